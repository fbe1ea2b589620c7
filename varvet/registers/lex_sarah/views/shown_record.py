"""The page of one case as shown: what was reported, how it is handled, and what comes next.

Each half of the register adds a part of its own: a template under `parts_`, and the values it needs.
"""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import Words
from varvet.kernel.ui.record_parts import Step, events_of, list_related, steps_of
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import queries, rules
from varvet.registers.lex_sarah.models import REPORTED_PARTS, LexSarah, Part
from varvet.registers.lex_sarah.rules import Duty, Law
from varvet.registers.lex_sarah.views import shown_deciding, shown_ending, shown_papers
from varvet.registers.lex_sarah.views.happened import HAPPENED
from varvet.registers.lex_sarah.views.shown_list import row, step_of
from varvet.registers.lex_sarah.views.shown_missing import done_of, missing_of
from varvet.registers.lex_sarah.views.shown_next import next_of

HANDLING = (Part.MADE_SAFE, Part.TOLD_PERSON, Part.NOT_TOLD, Part.SECRECY, Part.REASSIGNED)
NEXT: dict[str, str] = {
    rules.Status.RECEIVED: marked("Ta ställning till om en utredning ska inledas. Det ska ske genast."),
    rules.Status.OPENED: marked("Utred vad som hände, varför, och om det kan hända igen."),
    rules.Status.NOT_OPENED: marked("Inget mer ska göras."),
    rules.Status.INVESTIGATED: marked("Besluta om det var ett missförhållande."),
    rules.Status.CLOSED: marked("Inget mer ska göras."),
}


@dataclass(frozen=True)
class Tied:
    """Another case this one is tied to; empty where the reader may not open it."""

    reference: str
    href: str


@dataclass(frozen=True)
class Declared:
    """What somebody who takes part has said of their own conflict of interest."""

    name: str
    role: str
    conflict: bool
    reason: str
    day: date


def record_page(reader: Reader, case: LexSarah, asked: QueryDict) -> dict[str, object]:
    """For those who handle. `asked` may ask to see the affected person's own case number."""
    words = queries.read_narratives(reader, case)
    return {
        "case": case,
        "row": row(case),
        "steps": steps(case),
        "next_step": next_step(case),
        "trail": events_of(case, HAPPENED),
        "readers": queries.list_readers(case, reader.today),
        "due": queries.investigated_by(case) if case.status in rules.OPEN and not case.completed_on else None,
        "missing": missing_of(case),
        "done": done_of(case),
        **_reported(reader, case, words),
        **_handled(reader, case, words, asked),
        **shown_deciding.part(reader, case, words),
        "papers": shown_papers.offered(reader, case),
        **next_of(reader, case),
    }


def next_step(case: LexSarah) -> str:
    """From the decision on, what is to be done next of all that closing needs."""
    return shown_ending.next_words(case) if case.status in rules.SETTLED else NEXT[case.status]


def _reported(reader: Reader, case: LexSarah, words: list[Words]) -> dict[str, object]:
    """What came in, and what it hangs together with."""
    return {
        "reported": [one for one in words if one.part in REPORTED_PARTS and one.part != Part.FEEDBACK],
        "told_by": queries.told_by(reader, case),
        "channel_label": said(rules.CHANNEL_LABELS.get(case.channel, "")),
        "law_label": rules.LAW_LABELS[case.law],
        "paragraph": rules.paragraph(Law(case.law), Duty.INVESTIGATE, case.occurred_day or day_of(case.received_at)),
        "origins": list_related(reader, case),
        "joined_to": _tied(reader, case.joined_to),
        "joined": [_tied(reader, other) for other in case.joined.order_by("pk")],
    }


def _handled(reader: Reader, case: LexSarah, words: list[Words], asked: QueryDict) -> dict[str, object]:
    may_read = queries.can(reader, queries.CASE_REFERENCE, case)
    return {
        "handling": [one for one in words if one.part in HANDLING],
        "not_opened_label": rules.NOT_OPENED_LABELS.get(case.not_opened, ""),
        "not_opened_words": [one for one in words if one.part == Part.REASON],
        "declared": declared(case),
        "has_number": may_read and queries.has_case_reference(case),
        "number": queries.read_case_reference(reader, case) if asked.get("nummer") else "",
    }


def declared(case: LexSarah) -> list[Declared]:
    return [
        Declared(one.person.name, said(rules.ROLE_LABELS[one.role]), one.conflict, one.reason or "", one.declared_on)
        for one in queries.list_impartiality(case)
    ]


def _tied(reader: Reader, other: LexSarah | None) -> Tied | None:
    """Of a case the reader may not open, not even the number is told."""
    if other is None:
        return None
    if not queries.visible_to(reader).filter(pk=other.pk).exists():
        return Tied("", "")
    return Tied(other.reference, reverse("lex_sarah:page", args=[other.reference]))


def steps(case: LexSarah) -> list[Step]:
    days = [day_of(case.received_at), case.opened_on, case.completed_on, case.decided_on, None, case.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=step_of(case.status), today=timezone.localdate())
