"""What the inspectorate, IVO, is told of a serious case: the notification, with the whole investigation attached."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils import timezone

from varvet.kernel.paper.value import DEEPEST, Block, Heading, Missing, Paper, Paragraph
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import Part
from varvet.registers.lex_sarah.queries.papers import CaseFile, named
from varvet.registers.lex_sarah.rules import Duty
from varvet.registers.lex_sarah.views.paper_investigation import informed, investigation_blocks, made_safe
from varvet.registers.lex_sarah.views.paper_parts import (
    Made,
    Titles,
    about,
    facts,
    handled,
    iso,
    law_notes,
    outcomes,
    paper_of,
    paragraph,
    told,
)

NOTIFICATION = Titles("Anmälan till Inspektionen för vård och omsorg", "Anmälan enligt lex Sarah")
TO = "Inspektionen för vård och omsorg (IVO)"


def notification_paper(file: CaseFile, made: Made) -> Paper:
    return paper_of(
        file, NOTIFICATION, [*_first(file, timezone.localdate(made.at)), *_told(file), *_attached(file)], made
    )


def _first(file: CaseFile, made_on: date) -> list[Block]:
    case, report = file.case, file.authority
    sender = facts(
        ("Till", TO),
        ("Anmäls av", case.root.name),
        ("Anmäls enligt", paragraph(file, Duty.TELL_AUTHORITY)),
        *about(file),
        *handled(file),
    )
    sent: list[Block] = [facts(("Anmäls", iso(made_on)))] if case.decided_on else [Missing("dagen för anmälan.")]
    if case.reported_on:
        number = case.ivo_number or "Inte känt än"
        by = named(report.reported_by, file.roles) if report else ""
        way = rules.ROUTE_LABELS.get(report.route, "") if report else ""
        sent = [facts(("Anmäld", iso(case.reported_on)), ("Anmäld av", by), ("Sätt", way), ("IVO:s nummer", number))]
    return [sender, *law_notes(file, Duty.TELL_AUTHORITY), Heading(1, "Anmälan"), *sent]


def _told(file: CaseFile) -> list[Block]:
    event = file.texts.get(Part.EVENT, "") or file.texts.get(Part.WHAT, "")
    return [
        *told("Vad som hände", event, "vad som hände."),
        *told("Konsekvenser för den enskilda", file.texts.get(Part.CONSEQUENCES, ""), "konsekvenserna."),
        *made_safe(file),
        *informed(file),
        Heading(1, "Bedömning"),
        *outcomes(file),
        *_grounds(file),
    ]


def _grounds(file: CaseFile) -> list[Block]:
    text = file.texts.get(Part.DECISION, "")
    return [Paragraph(text) if text else Missing("beslutet och skälen för det.")]


def _attached(file: CaseFile) -> Iterable[Block]:
    """The investigation under a heading of its own, so that it is never sent without."""
    yield Heading(1, "Bilaga: utredningen", new_page=True)
    for block in investigation_blocks(file):
        yield replace(block, level=min(block.level + 1, DEEPEST)) if isinstance(block, Heading) else block
