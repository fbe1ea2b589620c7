"""What the documents of a case have in common: coded facts, texts, and what is missing said where it would stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from varvet.kernel.law.days import day_of
from varvet.kernel.law.statutes import get_change, paragraph_for
from varvet.kernel.law.words import CHECKED
from varvet.kernel.organisation.models import Area, Provider
from varvet.kernel.organisation.readings import is_certain_in
from varvet.kernel.paper.value import Block, Column, Fact, Facts, Heading, Missing, Note, Paper, Paragraph, Table
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.queries.papers import CaseFile, named
from varvet.registers.lex_sarah.rules import Duty, Law
from varvet.registers.lex_sarah.rules.paragraphs import TOPIC

SECRECY = "sekretess_socialtjanst"
UNDECIDED = "Ärendet är inte beslutat. Innehållet kan ändras."
CHECK_LAW = "{paragraph}: {checked}. Kontrollera lagrummet mot författningen innan handlingen lämnas ut."
DASH = "–"


@dataclass(frozen=True)
class Made:
    """Who took the document out, by which role, and when."""

    name: str
    role: str
    at: datetime

    @property
    def colophon(self) -> str:
        return f"Framtagen {timezone.localtime(self.at):%Y-%m-%d kl. %H.%M} av {self.name}, {self.role}."


@dataclass(frozen=True)
class Titles:
    """What sort of document it is, and what it is called."""

    kind: str
    title: str


def paper_of(file: CaseFile, titles: Titles, blocks: Sequence[Block], made: Made) -> Paper:
    case, today = file.case, timezone.localdate(made.at)
    return Paper(
        title=titles.title,
        kind=titles.kind,
        reference=case.reference,
        sender=case.root.name,
        place=case.unit.name,
        day=today,
        blocks=tuple(blocks),
        secrecy=f"Sekretess kan gälla, {paragraph_for(SECRECY, today)}",
        draft="" if is_settled(file) else UNDECIDED,
        colophon=made.colophon,
    )


def is_settled(file: CaseFile) -> bool:
    """Decided, or decided not to be opened: until then its documents are drafts."""
    return file.case.decided_on is not None or file.case.status == rules.Status.NOT_OPENED


def facts(*rows: tuple[str, str]) -> Facts:
    """Those that are known."""
    return Facts(tuple(Fact(term, value) for term, value in rows if value))


def told(title: str, text: str, missing: str, *, level: int = 1) -> list[Block]:
    """A heading and what was written under it, or that it is missing."""
    return [Heading(level, title), Paragraph(text) if text.strip() else Missing(missing)]


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def about(file: CaseFile) -> list[tuple[str, str]]:
    """What every document says first: where it is, what it is about, and when."""
    case = file.case
    channel = rules.CHANNEL_LABELS.get(case.channel, "")
    return [
        ("Verksamhet", case.unit.name),
        ("Verksamhetsområde", str(Area(file.place.area).label)),
        ("Driftsform", str(Provider(file.place.provider).label)),
        ("Typ av händelse", case.category.label_sv if case.category else ""),
        ("Hände", iso(case.occurred_day) or "Dagen är inte känd"),
        ("Rapporten kom in", f"{iso(day_of(case.received_at))}{f', {channel.lower()}' if channel else ''}"),
    ]


def handled(file: CaseFile) -> list[tuple[str, str]]:
    """By whom it was investigated and decided, and when."""
    case, decision = file.case, file.decision
    return [
        ("Utredning inledd", iso(case.opened_on)),
        ("Utredare", named(case.investigator, file.roles)),
        ("Utredning klar", iso(case.completed_on)),
        ("Beslut", iso(case.decided_on)),
        ("Beslutat av", named(decision.made_by, file.roles) if decision else ""),
        ("Delegation", decision.point if decision else ""),
        ("Bedömning", rules.OUTCOME_LABELS.get(case.outcome, "")),
    ]


def paragraph(file: CaseFile, duty: Duty) -> str:
    """The act and paragraph that hold for what happened on its day."""
    return rules.paragraph(Law(file.case.law), duty, file.event_day)


def law_notes(file: CaseFile, duty: Duty) -> list[Block]:
    """Only what was seen in the statute's own text, by us or there, is shown without a word of care: which, and why."""
    change = get_change(TOPIC[Law(file.case.law)].format(duty=duty.value))
    if is_certain_in(file.case.root, change):
        return []
    return [Note(CHECK_LAW.format(paragraph=paragraph(file, duty), checked=CHECKED[change.status]))]


def outcomes(file: CaseFile) -> list[Block]:
    """Each event, and what it was decided to be."""
    if not file.events:
        return [Missing("händelserna.")]
    rows = [
        (
            f"{one.event.number}. {one.event.category.label_sv}",
            iso(one.event.day) or DASH,
            rules.OUTCOME_LABELS.get(one.event.outcome, "Inte beslutat"),
        )
        for one in file.events
    ]
    columns = (Column("Händelse", 3), Column("Hände", 1.2), Column("Bedömning", 3))
    return [Table("Händelser och bedömning", columns, tuple(rows))]
