"""What units have written in their approved analyses and offer to the report: under each unit, part by part."""

import re
from collections.abc import Iterator

from varvet.insight.annual_report.compute.context import Context
from varvet.insight.annual_report.value import Bullets, Heading, Run, Text
from varvet.insight.measures.counting import units_at
from varvet.kernel.records.registry import ReportText, list_registers

KIND = "analyses"
CONCLUSIONS = "Slutsatser"


def blocks_of(unit: str, context: Context) -> Iterator[Heading | Text | Bullets]:
    """`unit` is a slug, with all below it; empty for the whole root. Nothing where nobody offers anything.

    What is written stands as it was approved: nothing in it is looked up or computed.
    """
    for told in _offered(unit, context):
        yield Heading(2, "", told.title, f"analys-{told.reference.lower()}")
        for number, (heading, words) in enumerate(told.parts, 1):
            yield Heading(3, "", heading, f"analys-{told.reference.lower()}-{number}")
            yield from _paragraphs(words)
        if told.conclusions:
            yield Heading(3, "", CONCLUSIONS, f"analys-{told.reference.lower()}-slutsatser")
            yield Bullets(tuple(Text((Run(line),)) for line in told.conclusions))


def _offered(unit: str, context: Context) -> list[ReportText]:
    period = context.period()
    asked = [card.report_texts for card in list_registers() if card.report_texts]
    found = [text for ask in asked for text in ask(context.root, period.first, period.last)]
    if not unit:
        return found
    below = units_at(context.root, unit)
    return [text for text in found if set(text.unit_ids) <= below]


def _paragraphs(words: str) -> Iterator[Text]:
    for paragraph in filter(None, (part.strip() for part in re.split(r"\n\s*\n", words))):
        yield Text((Run(" ".join(line.strip() for line in paragraph.splitlines())),))
