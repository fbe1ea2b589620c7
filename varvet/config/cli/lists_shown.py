"""What `varvet lists check` prints: the data's faults, then the counts, in plain Swedish."""

from collections.abc import Iterator

from varvet.extracts.checks.results import UNKNOWN, Line, Result
from varvet.extracts.intake import Intake
from varvet.extracts.wordings import (
    ALL,
    COLUMNS,
    NO_GROUP,
    SEXES,
    about,
    data_sentences,
    extension_sentences,
    line_sentences,
)
from varvet.kernel.law.words import Sentence

WIDTH = 34


def result_lines(result: Result, intake: Intake) -> Iterator[str]:
    yield str(Sentence(COLUMNS, {"count": len(intake.columns.columns), "left_out": intake.left_out}))
    for sentence in data_sentences(result.counts, result.findings):
        yield str(sentence)
    yield f"\n{result.used.check.question}"
    yield from map(str, about(result))
    yield ""
    for line in result.lines:
        yield f"{_name(line):<{WIDTH}}{'; '.join(map(str, line_sentences(line)))}"
    yield from map(str, extension_sentences(result))


def _name(line: Line) -> str:
    if not line.group and not line.sex:
        return ALL
    group = NO_GROUP if line.group == UNKNOWN else line.group
    sex = SEXES.get(line.sex, "")
    return f"{group}, {sex}" if group and sex else group or sex.capitalize()
