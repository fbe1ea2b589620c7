"""What a page shows of any record: how far it has come, what has happened to it, and what it is tied to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.deadlines.models import EXTENDED, PAUSED, RESUMED
from varvet.kernel.law.words import marked
from varvet.kernel.questions.scanning import NOTICED
from varvet.kernel.questions.weighing import ASKED_OTHER
from varvet.kernel.records.attachments import ADDED, REMOVED
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.papers import TAKEN_OUT
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import short_day

MOST_EVENTS = 50
OF_EVERY_REGISTER = {
    ADDED: marked("Filer lades till."),
    REMOVED: marked("En fil togs bort."),
    TAKEN_OUT: marked("En handling hämtades."),
    EXTENDED: marked("Tiden förlängdes."),
    PAUSED: marked("Tiden pausades."),
    RESUMED: marked("Tiden började gå igen."),
    ASKED_OTHER: marked("Ett annat register fick en fråga."),
    NOTICED: marked("Varvet uppmärksammade ord som kan tyda på skada."),
}


@dataclass(frozen=True)
class Step:
    """A step of the way; `when` is the day it was reached as a short text, empty while it lies ahead."""

    label: str
    when: str


@dataclass(frozen=True)
class Event:
    """Something that has happened to the record. `name` is the trail's own, a code."""

    at: datetime
    sentence: str
    name: str = ""


@dataclass(frozen=True)
class Related:
    """Another record this one is tied to, by its reference alone, and where its page is."""

    reference: str
    register: str
    href: str


def step_of(status: str, way: Sequence[str]) -> int:
    """1 and up for the steps of the way, 0 beside it."""
    steps = [str(step) for step in way]
    return steps.index(status) + 1 if status in steps else 0


def steps_of(labels: Sequence[str], days: Sequence[date | None], *, reached: int, today: date) -> list[Step]:
    """As many steps as labels, with the days of those reached."""
    return [
        Step(said(label), short_day(day, today) if day and number <= reached else "")
        for number, (label, day) in enumerate(zip(labels, days, strict=True), 1)
    ]


def events_of(record: Record, sentences: Mapping[str, str]) -> list[Event]:
    """The newest first, at most 50; an event without a sentence stands by its own name."""
    rows = AuditEvent.objects.filter(kind=record.kind, record_id=record.pk).order_by("-pk")[:MOST_EVENTS]
    known = {**OF_EVERY_REGISTER, **sentences}
    return [Event(event.at, said(known.get(event.event, event.event)), event.event) for event in rows]


def list_related(reader: Reader, record: Record) -> list[Related]:
    """The records tied to it that the reader may open: of the others not even the number is told."""
    return [related(other) for other in list_linked(record) if is_visible(reader, other)]


def related(record: Record) -> Related:
    register = get_register(record.kind)
    return Related(record.reference, said(register.label), reverse(register.page, args=[record.reference]))
