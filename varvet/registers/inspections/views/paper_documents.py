"""The documents of an inspection: the summary for the board, and the questions with their answers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.paper.value import Block, Column, Fact, Facts, Heading, Missing, Paper, Paragraph, Table
from varvet.kernel.records.narratives import Words
from varvet.kernel.ui.papers import Form, Order, in_swedish
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import followed
from varvet.registers.inspections import queries, rules
from varvet.registers.inspections.models import Inspection, Part
from varvet.registers.inspections.queries import PointRead
from varvet.registers.inspections.rules import TOLD_THE_BOARD

SUMMARY, QUESTIONS = "sammanfattning", "fragor"
TOLD = (Part.DEMAND, Part.ANSWER, Part.DECISION, Part.CLOSED)


@dataclass(frozen=True)
class Titles:
    """What sort of document it is, and what it is called."""

    kind: str
    title: str


TITLES = {
    SUMMARY: Titles("Tillsyn och granskning", "Sammanfattning av en granskning"),
    QUESTIONS: Titles("Frågor och svar", "Svar på frågor"),
}


def asked_for(reader: Reader, reference: str, name: str, form: str) -> tuple[Inspection, Order]:
    """Http404 for what is not there, and for who sees only some of the questions."""
    inspection: Inspection = get_object_or_404(queries.visible_to(reader), reference=reference)
    if form not in set(Form) or name not in TITLES or not queries.reads_whole(reader, inspection):
        raise Http404
    return inspection, Order(name, Form(form))


def made_for(reader: Reader, inspection: Inspection, name: str) -> Paper:
    """Everything that is read for it is noted."""
    return in_swedish(lambda: _paper(reader, inspection, name))


def _paper(reader: Reader, inspection: Inspection, name: str) -> Paper:
    now = timezone.now()
    blocks = _questions(reader, inspection) if name == QUESTIONS else _summary(reader, inspection)
    return Paper(
        title=f"{TITLES[name].title}: {inspection.subject}",
        kind=TITLES[name].kind,
        reference=inspection.reference,
        sender=inspection.root.name,
        place=inspection.unit.name,
        day=timezone.localdate(now),
        blocks=tuple(blocks),
        draft="" if inspection.status in TOLD_THE_BOARD else "Granskningen är inte beslutad. Innehållet kan ändras.",
        colophon=_colophon(reader, now),
    )


def _colophon(reader: Reader, at: datetime) -> str:
    return f"Framtagen {timezone.localtime(at):%Y-%m-%d kl. %H.%M} av {reader.user.name}, {reader.role_label}."


def _summary(reader: Reader, inspection: Inspection) -> list[Block]:
    words = queries.read_narratives(reader, inspection)
    points = queries.read_points(reader, inspection)
    return [_about(inspection), *_texts(words), *_points(points), *_table(points)]


def _about(inspection: Inspection) -> Facts:
    concerns = ", ".join([inspection.unit.name, *(other.unit.name for other in inspection.also.all())])
    period = " till ".join(filter(None, (_iso(inspection.period_first), _iso(inspection.period_last))))
    rows = (
        ("Granskare", inspection.by.label_sv),
        ("Slag", said(rules.SORT_LABELS[inspection.sort])),
        ("Gäller", concerns),
        ("Utförare", inspection.provider),
        ("Avtal", inspection.contract),
        ("Grund", inspection.basis),
        ("Granskad tid", period),
        ("Började", _iso(inspection.received_on)),
        ("Svar senast", _iso(inspection.answer_due_on or inspection.due_on)),
        ("Besvarad", _iso(inspection.answered_on)),
        ("Beslutad", _iso(inspection.decided_on)),
        ("Granskarens diarienummer", inspection.diary),
        ("Följs upp", _iso(inspection.follow_on)),
        ("Avslutad", _iso(inspection.closed_on)),
    )
    return Facts(tuple(Fact(term, value) for term, value in rows if value))


def _texts(words: list[Words]) -> list[Block]:
    """What was written last under each heading."""
    last = {word.part: word for word in words}
    blocks: list[Block] = []
    for part in TOLD:
        if part in last:
            blocks += [Heading(1, str(last[part].label)), Paragraph(last[part].text)]
    return blocks


def _points(points: list[PointRead]) -> list[Block]:
    if not points:
        return []
    rows = tuple((str(one.point.number), _kind(one), one.point.line or "–", _matters(one)) for one in points)
    columns = (Column("Punkt", 0.5), Column("Resultat", 1.1), Column("Vad den säger", 2), Column("Viktigast", 2))
    return [Heading(1, "Punkter i beslutet"), Table("Beslutets punkter och vad som är viktigast", columns, rows)]


def _table(points: list[PointRead]) -> list[Block]:
    blocks: list[Block] = []
    for one in points:
        if not rules.needs_action(one.point.kind):
            continue
        shown = followed(list(one.actions)).values()
        lines = [f"{each.title} ({each.reference}): {said(each.status_label).lower()}" for each in shown]
        lines += ["Annan åtgärd, som inte visas här."] if one.hidden else []
        lines += [f"Ingen åtgärd: {one.point.no_action}"] if one.point.no_action else []
        blocks.append(Heading(2, f"Punkt {one.point.number}"))
        blocks.append(Paragraph("\n".join(lines)) if lines else Missing("en åtgärd, eller varför ingen behövs."))
    return [Heading(1, "Åtgärder"), *blocks] if blocks else []


def _kind(one: PointRead) -> str:
    return said(rules.FINDING_LABELS[one.point.kind])


def _matters(one: PointRead) -> str:
    told = list(one.point.important.all())
    if len(told) == 1:
        return told[0].line
    return "\n".join(f"{each.unit.name}: {each.line}" for each in told) or "–"


def _questions(reader: Reader, inspection: Inspection) -> list[Block]:
    blocks: list[Block] = [_about(inspection)]
    for read in queries.read_questions(reader, inspection):
        one = read.question
        blocks.append(Heading(1, f"{one.code or one.number}. {one.text}"))
        blocks.append(Paragraph(one.answer) if one.answer else Missing("svaret."))
    return blocks


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
