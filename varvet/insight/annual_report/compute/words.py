"""Written words become running text: computed figures, footnotes and references are put where they are named."""

import re
from collections.abc import Callable, Iterator

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.compute.figures import figure
from varvet.insight.annual_report.value import Bullets, Run, Text
from varvet.kernel.records.errors import Told

TOKEN = re.compile(r"(\[\^\w+\]|\{[vtf]:[^}]*\})")
KEPT_TOGETHER = re.compile(r"(\d) (procent|dagar|av \d|rapporter)")


def blocks_of(text: str, context: Context, label_of: Callable[[str], str]) -> Iterator[Text | Bullets]:
    """Paragraphs are parted by empty lines; lines that begin with a dash are a list."""
    for paragraph in filter(None, (part.strip() for part in re.split(r"\n\s*\n", text))):
        lines = paragraph.splitlines()
        if all(line.startswith("- ") for line in lines):
            yield Bullets(tuple(text_of(line[2:], context, label_of) for line in lines))
        else:
            yield text_of(" ".join(line.strip() for line in lines), context, label_of)


def text_of(text: str, context: Context, label_of: Callable[[str], str]) -> Text:
    runs: list[Run] = []
    for part in filter(None, TOKEN.split(text)):
        runs.append(_run(part, context, label_of, runs))
    return Text(tuple(runs))


def _run(part: str, context: Context, label_of: Callable[[str], str], before: list[Run]) -> Run:
    if not TOKEN.fullmatch(part):
        return Run(KEPT_TOGETHER.sub(f"\\1{formats.NO_BREAK}\\2", part))
    if part.startswith("[^"):
        return Run("", note=_footnote(part[2:-1], context))
    kind, name = part[1], part[3:-1]
    if kind == "v":
        said, ref = figure(name, context)
        return Run(said, figure=ref)
    label = label_of(name)
    first = not before or before[-1].text.endswith(". ")
    return Run(label if first else label.lower(), to=name)


def _footnote(name: str, context: Context) -> str:
    if name not in context.template.footnotes:
        raise Told(f"The text of {context.root.name} {context.year} has a footnote {name!r} that the template has not.")
    return context.template.footnotes[name]
