"""The only reader for the views, always within what the reader may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.categories import find_list
from varvet.kernel.organisation.models import CategoryList, Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.records import narratives, paging
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.paging import Page, narrowed, page_of
from varvet.kernel.records.registry import Task
from varvet.registers.deviations.models import KIND, Deviation
from varvet.registers.deviations.rules import OPEN, Status

ASSESS_TERM = "avvikelse_bedomd"


@dataclass(frozen=True)
class Filters(paging.Filters):
    nature: str = ""


def visible_to(reader: Reader) -> QuerySet[Deviation]:
    """Deviations in the reader's units, and those the reader reported."""
    mine = Q(opened_by=reader.user)
    seen = Q(unit_id__in=reader.units("deviations.view"))
    return Deviation.objects.filter(seen | mine, root=reader.root).select_related("unit", "root")


def list_page(reader: Reader, filters: Filters, after: str) -> Page[Deviation]:
    """A page of the units' deviations, newest first, without their texts."""
    rows = Record.objects.filter(kind=KIND, root=reader.root, unit_id__in=reader.units("deviations.view"))
    rows = narrowed(rows, filters, OPEN)
    if filters.nature:
        rows = rows.filter(Exists(Deviation.objects.filter(pk=OuterRef("pk"), nature=filters.nature)))
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[Deviation]:
    rows = Deviation.objects.filter(pk__in=ids).select_related("unit").prefetch_related("mentions__category")
    return list(rows)


def list_mine(reader: Reader) -> list[Deviation]:
    """What the reader has reported, newest first, at most 100."""
    mine = Deviation.objects.filter(opened_by=reader.user, root=reader.root)
    rows = mine.select_related("unit").prefetch_related("mentions__category")
    return list(rows.order_by("-received_at")[:100])


def read_narratives(reader: Reader, deviation: Deviation) -> list[Words]:
    """The texts, oldest first; each reading is noted. A reporter who does not handle sees no internal notes."""
    handles = reader.can("deviations.view", deviation.unit_id)
    return narratives.read(deviation, by=reader.user, only=Q() if handles else ~Q(part__in=["note", "lesson"]))


def list_referrals(deviation: Deviation) -> list[Referral]:
    return list(Referral.objects.filter(origin=deviation).select_related("answer"))


def assess_by(deviation: Deviation) -> date:
    """The day the assessment is due, by the term in force when it came in."""
    return _assess_by(deviation, read_terms(deviation.root))


def _assess_by(deviation: Deviation, terms: TermTable) -> date:
    day = day_of(deviation.received_at)
    return due_day(day, terms.term_on(ASSESS_TERM, day))


def list_tasks(reader: Reader) -> list[Task]:
    """Deviations that wait for an assessment the reader can make, the most urgent first, at most 50."""
    waiting = Deviation.objects.filter(
        unit_id__in=reader.units("deviations.assess"), status__in=[Status.RECEIVED, Status.REOPENED]
    )
    rows = waiting.select_related("unit").order_by("received_at")[:50]
    terms = read_terms(reader.root)
    return [_task(deviation, terms) for deviation in rows]


def _task(deviation: Deviation, terms: TermTable) -> Task:
    return Task(
        title="Bedöm en ny avvikelse" if deviation.status == Status.RECEIVED else "Bedöm en återöppnad avvikelse",
        reference=deviation.reference,
        unit_name=deviation.unit.name,
        href=reverse("deviations:page", args=[deviation.reference]),
        started=day_of(deviation.received_at),
        due=_assess_by(deviation, terms),
        detail="rapportören är mycket orolig" if deviation.worry == 4 else "",
        counted_in="workdays",
    )


def category_list_on(root: Unit, day: date) -> CategoryList | None:
    """The version of the list of types in force on a day."""
    return find_list(root, "deviation_type", day)
