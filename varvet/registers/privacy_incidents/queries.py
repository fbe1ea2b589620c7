"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due
from varvet.kernel.law.terms import Term
from varvet.kernel.organisation.models import Category
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Filters, Page, narrowed, page_of
from varvet.kernel.records.registry import Readable, Task
from varvet.registers.privacy_incidents.models import KIND, TYPES, Part, PrivacyIncident
from varvet.registers.privacy_incidents.rules import OPEN, Status

REPORT_TERM = "personuppgiftsincident_imy"
MOST_TASKS = 50


@dataclass(frozen=True)
class Deadline:
    """The last moment to report to IMY, by the term in force on the day somebody came to know."""

    moment: datetime
    term: Term


def visible_to(reader: Reader) -> QuerySet[PrivacyIncident]:
    """Incidents in the reader's units, and those the reader reported."""
    seen = Q(unit_id__in=reader.units("privacy_incidents.view")) | Q(opened_by=reader.user)
    rows = PrivacyIncident.objects.filter(seen, root=reader.root)
    return rows.select_related("unit", "root", "category", "category_list")


def _listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("privacy_incidents.view"))


READABLE = Readable("privacy_incidents.view", _listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[PrivacyIncident]:
    """A page of the units' incidents, newest first, without their texts."""
    return page_of(narrowed(_listed(reader), filters, OPEN, reader), after, _children)


def _children(ids: Sequence[int]) -> list[PrivacyIncident]:
    return list(PrivacyIncident.objects.filter(pk__in=ids).select_related("unit", "category"))


def read_narratives(reader: Reader, incident: PrivacyIncident) -> list[Words]:
    """The texts, oldest first; each reading is noted. Who only reported reads only what happened."""
    handles = reader.can("privacy_incidents.view", incident.unit_id)
    return narratives.read(incident, by=reader.user, only=Q() if handles else Q(part=Part.WHAT))


def report_by(incident: PrivacyIncident) -> Deadline:
    return _report_by(incident, read_terms(incident.root))


def _report_by(incident: PrivacyIncident, terms: TermTable) -> Deadline:
    term = terms.term_on(REPORT_TERM, day_of(incident.received_at))
    moment = due(incident.received_at, term)
    assert isinstance(moment, datetime)  # the term is counted in hours: a correction cannot change that
    return Deadline(moment, term)


def list_tasks(reader: Reader) -> list[Task]:
    """Incidents that wait for an assessment the reader can make, the oldest first, at most 50."""
    units = reader.units("privacy_incidents.assess")
    waiting = PrivacyIncident.objects.filter(unit_id__in=units, root=reader.root, status=Status.RECEIVED)
    terms = reader.once("terms", lambda: read_terms(reader.root))
    return [
        _task(incident, terms) for incident in waiting.select_related("unit").order_by("received_at", "pk")[:MOST_TASKS]
    ]


def _task(incident: PrivacyIncident, terms: TermTable) -> Task:
    return Task(
        title="Bedöm en personuppgiftsincident",
        reference=incident.reference,
        unit_name=incident.unit.name,
        href=reverse("privacy_incidents:page", args=[incident.reference]),
        started=day_of(incident.received_at),
        due=_report_by(incident, terms).moment,
    )


def types_on(incident: PrivacyIncident) -> QuerySet[Category]:
    """The types to choose among: the root's version in force when somebody came to know. None without a list."""
    day = day_of(incident.received_at)
    mine = Category.objects.filter(list__root=incident.root, list__key=TYPES, list__first_day__lte=day)
    newest = mine.order_by("-list__version").values_list("list_id", flat=True).first()
    return mine.filter(list_id=newest).select_related("list").order_by("order")
