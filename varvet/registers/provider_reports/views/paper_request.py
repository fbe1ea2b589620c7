"""The letter that asks a provider for its lex Sarah investigation and its notification to the inspectorate, IVO."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from varvet.kernel.law.days import day_of
from varvet.kernel.law.statutes import get_change, paragraph_for
from varvet.kernel.organisation.readings import is_certain_in
from varvet.kernel.paper.value import Block, Fact, Facts, Heading, Missing, Note, Numbered, Paper, Paragraph
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.queries.letter import Letter

SECRECY = "sekretess_socialtjanst"
KIND, TITLE = "Begäran om utredning", "Begäran om utredning enligt lex Sarah"
NOT_ASKED = "Begäran är inte gjord än. Innehållet kan ändras."
CHECK_LAW = "Kontrollera lagrummet mot författningen innan brevet skickas."
WE_ASK_FOR = (
    "Er utredning av händelsen, med orsaker, bedömning och de åtgärder ni har gjort och planerar.",
    "Er anmälan till Inspektionen för vård och omsorg (IVO), om ni har anmält händelsen, och IVO:s diarienummer.",
    "IVO:s beslut, när ni har fått det.",
    "Hur ni har informerat den som berörs, och vad personen själv säger.",
)


@dataclass(frozen=True)
class Made:
    """Who took the letter out, by which role, and when."""

    name: str
    role: str
    at: datetime


def request_paper(letter: Letter, made: Made) -> Paper:
    report, today = letter.report, timezone.localdate(made.at)
    return Paper(
        title=TITLE,
        kind=KIND,
        reference=report.reference,
        sender=letter.sender,
        place=report.unit.name,
        day=report.requested_on or today,
        blocks=(*_heads(letter), *_asks(letter), *_answer(letter, made)),
        secrecy=f"Sekretess kan gälla, {paragraph_for(SECRECY, today)}",
        draft="" if report.requested_on else NOT_ASKED,
        colophon=f"Framtagen {timezone.localtime(made.at):%Y-%m-%d kl. %H.%M} av {made.name}, {made.role}.",
    )


def _heads(letter: Letter) -> list[Block]:
    report, law = letter.report, rules.Law(letter.report.law)
    rows = (
        ("Till", report.provider.name if report.provider else ""),
        ("Organisationsnummer", report.provider.organisation_number if report.provider else ""),
        ("Från", letter.board or letter.sender),
        ("Gäller", report.category.label_sv if report.category else ""),
        ("Hände", _iso(report.occurred_day) or "Dagen är inte känd"),
        ("Ni informerade oss", _iso(day_of(report.received_at))),
        ("Enligt", rules.section_of(law, letter.event_day)),
    )
    certain = is_certain_in(report.root, get_change(rules.INFORMS[law]))
    return [Facts(tuple(Fact(term, value) for term, value in rows if value)), *([] if certain else [Note(CHECK_LAW)])]


def _asks(letter: Letter) -> list[Block]:
    found: list[Block] = [
        Heading(1, "Vi begär"),
        Paragraph("Ni har informerat oss om en händelse i er verksamhet. Vi behöver följande för vår bedömning."),
        Numbered(WE_ASK_FOR),
    ]
    if letter.asked:
        found += [Heading(1, "Vi vill också veta"), Paragraph(letter.asked)]
    return found


def _answer(letter: Letter, made: Made) -> list[Block]:
    due, handler = letter.report.investigation_due_on, letter.report.handler
    when: Block = Missing("dagen då svaret senast ska ha kommit.")
    if due is not None:
        when = Paragraph(f"Vi behöver ert svar senast {due.isoformat()}. Skriv {letter.report.reference} i svaret.")
    return [
        Heading(1, "Svar"),
        when,
        Paragraph("Skicka inte uppgifter om enskilda med vanlig e-post."),
        Facts((Fact("Handläggs av", handler.name if handler else made.name), Fact("Avsändare", letter.sender))),
    ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
