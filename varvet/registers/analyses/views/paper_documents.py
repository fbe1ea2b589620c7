"""The text for the unit's plan of operations: what was counted, what was answered, what was concluded."""

from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.paper.value import Block, Column, Fact, Facts, Heading, Missing, Note, Paper, Paragraph, Table
from varvet.kernel.ui.papers import Form, Order, in_swedish
from varvet.registers.analyses import queries
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.rules import WHOLE, Approved, Common, Line, Status
from varvet.registers.analyses.views import shown_sheet
from varvet.registers.analyses.views.shown_conclusions import Shown, conclusions_of

NAME = "verksamhetsplan"
HOW = "Siffrorna räknas ur registren. Ärenden som stänger ute någon i enhetens linje ingår inte."


def asked_for(reader: Reader, reference: str, form: str) -> tuple[Analysis, Order]:
    """Http404 for what is not there."""
    analysis: Analysis = get_object_or_404(queries.visible_to(reader), reference=reference)
    if form not in set(Form):
        raise Http404
    return analysis, Order(NAME, Form(form))


def made_for(reader: Reader, analysis: Analysis) -> Paper:
    """Everything that is read for it is noted."""
    return in_swedish(lambda: _paper(reader, analysis))


def _paper(reader: Reader, analysis: Analysis) -> Paper:
    now = timezone.now()
    whole = queries.read_whole(reader, analysis)
    conclusions = conclusions_of(reader, analysis, whole)
    blocks = [_about(analysis), *_whole(whole), *_conclusions(conclusions), *_parts(analysis, whole)]
    return Paper(
        title=f"Analys av {analysis.stretch.name}",
        kind="Underlag till verksamhetsplan",
        reference=analysis.reference,
        sender=analysis.root.name,
        place=analysis.unit.name,
        day=timezone.localdate(now),
        blocks=tuple(blocks),
        draft="" if analysis.status == Status.APPROVED else "Analysen är inte fastställd. Innehållet kan ändras.",
        colophon=_colophon(reader, now),
    )


def _colophon(reader: Reader, at: datetime) -> str:
    return f"Framtagen {timezone.localtime(at):%Y-%m-%d kl. %H.%M} av {reader.user.name}, {reader.role_label}."


def _about(analysis: Analysis) -> Facts:
    approved = analysis.approved_on.isoformat() if analysis.approved_on else ""
    by = analysis.approved_by.name if analysis.approved_by else ""
    rows = (
        ("Avser", f"{analysis.first_day.isoformat()} till {analysis.last_day.isoformat()}"),
        ("Mötet hölls", analysis.held_on.isoformat() if analysis.held_on else ""),
        ("Antal som deltog", str(analysis.took_part or "")),
        ("Fastställd", ", ".join(filter(None, (approved, by)))),
    )
    return Facts(tuple(Fact(term, value) for term, value in rows if value))


def _whole(whole: Approved) -> list[Block]:
    return [Heading(1, "Samlad analys"), *(_answers(whole, WHOLE) or [Missing("en samlad analys.")])]


def _answers(whole: Approved, source: str) -> list[Block]:
    """The questions that somebody has answered."""
    blocks: list[Block] = []
    for one in whole.answers:
        if one.source == source and one.answer:
            blocks += [Heading(2, one.question), Paragraph(one.answer)]
    return blocks


def _conclusions(conclusions: list[Shown]) -> list[Block]:
    if not conclusions:
        return [Heading(1, "Slutsatser"), Missing("slutsatser.")]
    columns = (Column("Slutsats", 2.4), Column("Sort", 1), Column("Siffra", 1.8), Column("Leder till", 2))
    rows = tuple((one.line, one.kind_label, _figure(one), _led(one)) for one in conclusions)
    table = Table("Slutsatser, den siffra de bygger på och vad de leder till", columns, rows)
    flags = [Note(f"Slutsats {one.number}: {one.flag}") for one in conclusions if one.flag]
    return [Heading(1, "Slutsatser"), table, *flags]


def _figure(one: Shown) -> str:
    if one.figure is None:
        return one.measure
    return f"{one.measure}: {one.figure.now} (före: {one.figure.before})"


def _led(one: Shown) -> str:
    lines = [f"{each.title} ({each.reference})" for each in one.led]
    lines += ["Annat, som inte visas här."] if one.hidden else []
    lines += [f"Ingen åtgärd: {one.no_action}"] if one.no_action else []
    return "\n".join(lines) or "–"


def _parts(analysis: Analysis, whole: Approved) -> list[Block]:
    blocks: list[Block] = [Heading(1, "Underlag, register för register"), Note(HOW)]
    for part in shown_sheet.parts_of(whole.sheet):
        blocks += [Heading(2, part.label), _table(analysis, part)]
        blocks += [_common(one) for one in part.common]
        blocks += [_lines(part.label, part.lines)] if part.lines else []
        blocks += _deeper(_answers(whole, part.kind))
    return blocks


def _deeper(blocks: list[Block]) -> list[Block]:
    return [Heading(3, block.text) if isinstance(block, Heading) else block for block in blocks]


def _table(analysis: Analysis, part: shown_sheet.Shown) -> Table:
    heads = shown_sheet.heads_of(analysis)
    columns = (
        Column("Mått", 2.2),
        Column(heads.now, 1.1),
        Column(heads.before, 1.1),
        Column(heads.year_before, 1.1),
        Column("Vad det säger", 2.4),
    )
    rows = tuple((row.label, row.now, row.before, row.year_before, row.sentence) for row in part.rows)
    return Table(f"{part.label} i perioden, perioden före och samma period förra året", columns, rows)


def _common(one: Common) -> Table:
    columns = (Column("Värde", 3), Column("Nu", 1), Column("Före", 1))
    return Table(one.label, columns, tuple((row.label, str(row.now), str(row.before)) for row in one.values))


def _lines(label: str, lines: tuple[Line, ...]) -> Table:
    columns = (Column("Vad", 2.4), Column("Enhet", 1.2), Column("Läge", 1), Column("Resultat", 2))
    rows = tuple((line.title, line.unit, line.state or "–", line.result or "–") for line in lines)
    return Table(f"{label}: det som finns på rad i perioden", columns, rows)
