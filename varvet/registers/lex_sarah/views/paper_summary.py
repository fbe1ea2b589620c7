"""The case in short for an inspector: what was done when and by whom, which last days were kept, who was asked."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from django.utils import timezone

from varvet.kernel.law.days import day_of
from varvet.kernel.paper.value import Block, Column, Heading, Missing, Paper, Paragraph, Table
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui.papers import TAKEN_OUT
from varvet.kernel.ui.record_parts import OF_EVERY_REGISTER
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import AuthorityQuestion
from varvet.registers.lex_sarah.queries.chronology import Asked, Going, Step, Term
from varvet.registers.lex_sarah.queries.papers import CaseFile, named
from varvet.registers.lex_sarah.rules import Duty, Sort
from varvet.registers.lex_sarah.views.happened import HAPPENED
from varvet.registers.lex_sarah.views.paper_parts import (
    DASH,
    Made,
    Titles,
    about,
    facts,
    handled,
    iso,
    outcomes,
    paper_of,
    paragraph,
)

SUMMARY = Titles("Sammanfattning av ett lex Sarah-ärende", "Ärendets gång")
REPORTER = "Den som rapporterade"
PROGRAM = "Programmet"
TERMS = {
    "open": "Ta ställning till rapporten",
    "investigate": "Utreda",
    "decide": "Besluta",
    "report_to_authority": "Anmäla till IVO",
    "authority": "Svara på IVO:s fråga",
    "proposal": "Svara på åtgärdsförslag",
}


def summary_paper(file: CaseFile, going: Going, made: Made) -> Paper:
    case = file.case
    coded = facts(
        ("Läge", rules.STATUS_LABELS[case.status]),
        *about(file),
        ("Utreds enligt", paragraph(file, Duty.INVESTIGATE)),
        *handled(file),
        ("Anmäld till IVO", iso(case.reported_on)),
        ("IVO:s nummer", case.ivo_number),
        ("Avslutad", iso(case.closed_on)),
    )
    blocks: list[Block] = [
        coded,
        Heading(1, "Steg för steg"),
        _steps(going.steps),
        Heading(1, "Tider"),
        *_terms(going.terms, timezone.localdate(made.at)),
        Heading(1, "Bedömning"),
        *outcomes(file),
        *_proposals(file),
        *_authority(file, going.questions),
        *_asked(going.asked),
        *_tied(going.tied),
    ]
    return paper_of(file, SUMMARY, blocks, made)


def _steps(steps: Sequence[Step]) -> Table:
    """The same thing done by the same person over and over, one after the other on one day, is one row."""
    known = [one for one in steps if one.event != TAKEN_OUT]
    runs = [list(run) for _, run in groupby(known, key=lambda one: (day_of(one.at), one.event, one.by))]
    columns = (Column("När", 1.4), Column("Vad", 2.8), Column("Vem", 2.8))
    return Table("Det här har hänt, i ordning", columns, tuple(_row(run) for run in runs))


def _row(run: Sequence[Step]) -> tuple[str, str, str]:
    first = run[0]
    said = {**OF_EVERY_REGISTER, **HAPPENED}.get(first.event, first.event)
    when = f"{timezone.localtime(first.at):%Y-%m-%d %H.%M}"
    what = f"{said} ({len(run)} gånger)" if len(run) > 1 else said
    return when, what, REPORTER if first.by_reporter else first.by or PROGRAM


def _terms(terms: Sequence[Term], today: date) -> list[Block]:
    rows = [_term(one, today) for one in terms]
    if not rows:
        return [Paragraph("Rapporten utreds i ett annat ärende, och tiderna är det ärendets.")]
    columns = (
        Column("Vad", 2.6),
        Column("Från", 1.2),
        Column("Senast", 1.2),
        Column("Gjort", 1.2),
        Column("Hölls", 1.8),
    )
    return [Table("Sista dagar, och om de hölls", columns, tuple(rows))]


def _term(term: Term, today: date) -> tuple[str, str, str, str, str]:
    name = f"{TERMS[term.name]} {term.number}" if term.number else TERMS[term.name]
    return name, iso(term.started), iso(term.due), iso(term.done) or DASH, kept(term, today)


def kept(term: Term, today: date) -> str:
    if term.done:
        late = (term.done - term.due).days
        return "I tid" if late <= 0 else f"{late} {'dag' if late == 1 else 'dagar'} för sent"
    return "Pågår" if today <= term.due else "Försenad"


def _proposals(file: CaseFile) -> list[Block]:
    asked = [one for one in file.proposals if one.sort == Sort.MEASURE]
    if not asked:
        return []
    rows = [
        (
            f"Förslag {one.number}, {one.unit.name}",
            rules.ANSWER_LABELS.get(one.answer, "Inte besvarat"),
            iso(one.answered_on) or DASH,
            named(one.answered_by, file.roles) or DASH,
        )
        for one in asked
    ]
    columns = (Column("Förslag", 2.5), Column("Svar", 1.6), Column("Dag", 1.1), Column("Av", 2))
    return [Heading(1, "Åtgärdsförslag"), Table("Åtgärdsförslag och svar", columns, tuple(rows))]


def _authority(file: CaseFile, questions: Sequence[AuthorityQuestion]) -> list[Block]:
    """Everything between us and IVO. A serious case that IVO does not know of is said to lack it."""
    case, report = file.case, file.authority
    if case.reported_on is None:
        needed = case.outcome in rules.TO_AUTHORITY
        return [Heading(1, "Kontakter med IVO"), Missing("anmälan till IVO.")] if needed else []
    by = named(report.reported_by, file.roles) if report else ""
    rows = [(iso(case.reported_on), "Ärendet anmäldes till IVO.", by or DASH)]
    for one in questions:
        rows.append((iso(one.asked_on), f"IVO ställde fråga {one.number}.", "IVO"))
        if one.answered_on:
            who = named(one.answered_by, file.roles) or DASH
            rows.append((iso(one.answered_on), f"Fråga {one.number} besvarades.", who))
    if report and report.ruled_on:
        rows.append((iso(report.ruled_on), f"IVO:s beslut: {rules.RULING_LABELS[report.ruling].lower()}.", "IVO"))
    columns = (Column("Dag", 1.1), Column("Vad", 3.2), Column("Vem", 2.5))
    return [Heading(1, "Kontakter med IVO"), Table("Kontakter med IVO, i ordning", columns, tuple(sorted(rows)))]


def _asked(asked: Sequence[Asked]) -> list[Block]:
    if not asked:
        return []
    columns = (
        Column("Fråga", 2.6),
        Column("Ställd", 1.2),
        Column("Svar", 1.4),
        Column("Svarsdag", 1.2),
        Column("Skäl", 2.4),
    )
    rows = tuple(_question(one) for one in asked)
    return [Heading(1, "Frågor mellan register"), Table("Frågor och svar", columns, rows)]


def _question(asked: Asked) -> tuple[str, str, str, str, str]:
    referral = asked.referral
    to = f"Till {get_register(referral.to_kind).label}"
    name = f"{to}: {asked.other}" if asked.other else to
    answered = iso(day_of(referral.answered_at)) if referral.answered_at else DASH
    return (
        name if asked.ours else f"Från {asked.other or 'ett annat ärende'}",
        iso(day_of(referral.asked_at)),
        str(referral.get_state_display()),
        answered,
        referral.reason or DASH,
    )


def _tied(tied: Sequence[Record]) -> list[Block]:
    if not tied:
        return []
    cards = {other.kind: get_register(other.kind) for other in tied}
    rows = [(other.reference, cards[other.kind].label, cards[other.kind].statuses[other.status]) for other in tied]
    columns = (Column("Nummer"), Column("Register"), Column("Läge"))
    return [Heading(1, "Hör ihop med"), Table("Andra ärenden som hör ihop med det här", columns, tuple(rows))]
