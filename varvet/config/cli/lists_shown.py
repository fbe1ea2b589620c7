"""What the commands on lists print: the data's faults first, then the counts, in plain Swedish."""

from collections.abc import Iterable, Iterator, Mapping

from varvet.extracts.checks.results import UNKNOWN, Line, Result
from varvet.extracts.fields import label_of
from varvet.extracts.log_review.findings import FindingKind
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import Kept
from varvet.extracts.wordings import (
    ALL,
    COLUMNS,
    NO_GROUP,
    SEXES,
    about,
    data_sentences,
    extension_sentences,
    finding_sentences,
    line_sentences,
)
from varvet.extracts.wordings_of_logs import COLUMN, FOUND_OF_KIND, LACKS, OVERLAPS, TAKEN_IN
from varvet.kernel.law.words import Sentence

WIDTH = 34


def kept_lines(kept: Kept) -> Iterator[str]:
    """What became of a list that was taken in."""
    told = kept.manifest
    yield str(Sentence(TAKEN_IN, {"read": told.read, "used": told.used, "aside": told.aside}))
    yield str(Sentence(COLUMNS, {"count": len(told.columns.columns), "left_out": told.left_out}))
    for column in told.columns.columns:
        yield f"  {Sentence(COLUMN, {'field': label_of(column.field), 'heading': column.heading})}"
    yield from map(str, finding_sentences(told.findings))


def review_lines(counts: Mapping[FindingKind, int], lacks: Iterable[ExtractKind], *, overlaps: bool) -> Iterator[str]:
    """What makes a review find less or count double first, then how much there is of each kind."""
    yield from (LACKS[kind] for kind in lacks)
    if overlaps:
        yield OVERLAPS
    for kind, count in counts.items():
        yield str(Sentence(FOUND_OF_KIND[kind], {"count": count}))


def result_lines(result: Result, columns: int, left_out: int) -> Iterator[str]:
    yield str(Sentence(COLUMNS, {"count": columns, "left_out": left_out}))
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
