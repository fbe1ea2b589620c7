"""Writing an inspection in: announced, or begun already; and what is known of it corrected later."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.organisation.shipped_lists import find_category
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.numbering import unnumbered
from varvet.kernel.records.once import once
from varvet.registers.inspections import rules
from varvet.registers.inspections.actions.steps import REGISTER, begin, check_may, finish
from varvet.registers.inspections.models import BODIES, FORMS, KIND, AlsoIn, Inspection, Part
from varvet.registers.inspections.rules import FROM_OUTSIDE, Event, Period, Sort, Status


@dataclass(frozen=True)
class Contract:
    """With whom care is bought, and by which agreement; empty for other inspections."""

    provider: str = ""
    name: str = ""


@dataclass(frozen=True)
class About:
    """`by` is a code of the root's list of those who inspect, or of own ways of looking. `also` are other units."""

    sort: Sort
    by: str
    subject: str
    unit: Unit
    also: tuple[Unit, ...] = ()
    basis: str = ""
    period: Period = field(default_factory=Period)
    contract: Contract = field(default_factory=Contract)
    diary: str = ""


@dataclass(frozen=True)
class Demand:
    """What is asked, on which day, and by when the answer is wanted; no day where none is set."""

    received_on: date
    words: str = ""
    due_on: date | None = None


@transaction.atomic
def announce(*, about: About, expected_on: date, key: str, by: User, now: datetime) -> Record:
    """The new inspection, or the one the same key made before. Whoever writes it in is responsible for it."""
    check(by, REGISTER, about.unit, today=day_of(now))
    check_about(about)

    def create() -> Inspection:
        inspection = _new(about, status=rules.Status.ANNOUNCED, by=by, now=now)
        inspection.expected_on = expected_on
        return _made(inspection, about, "announced", by=by)

    return once(key, by=by, create=create)


@transaction.atomic
def take_in(*, about: About, demand: Demand, key: str, by: User, now: datetime) -> Record:
    """As `announce` for what has begun."""
    check(by, REGISTER, about.unit, today=day_of(now))
    check_about(about)
    check_demand(demand, day_of(now))

    def create() -> Inspection:
        inspection = _new(about, status=rules.Status.RECEIVED, by=by, now=now)
        set_demand(inspection, demand)
        made = _made(inspection, about, "received", by=by)
        keep(made, {Part.DEMAND: demand.words}, by=by, now=now)
        return made

    return once(key, by=by, create=create)


@transaction.atomic
def describe(
    *, inspection: Inspection, about: About, due_on: date | None, version: int, by: User, now: datetime
) -> Inspection:
    """Whoever moves it to a unit must be allowed there too. The sort stays. `due_on` corrects the day as it was set."""
    current = begin(inspection, Event.DESCRIBE, version=version, by=by, now=now)
    check_about(about, root_id=current.root_id)
    if current.received_on:
        check_demand(Demand(current.received_on, due_on=due_on), day_of(now))
        current.due_on = due_on
    _fill(current, about)
    check_may(current, by=by, today=day_of(now))
    _set_also(current, about.also)
    return finish(current, "described", by=by, data={"unit": current.unit_id})


def check_about(about: About, root_id: int | None = None) -> None:
    """RuleBroken where a unit belongs to another root."""
    rules.check_line("subject", about.subject, marked("Skriv vad som granskas."), rules.LONGEST_SUBJECT)
    rules.check_short("basis", about.basis, rules.LONGEST_SUBJECT)
    rules.check_short("diary", about.diary, 40)
    rules.check_short("provider", about.contract.provider, rules.LONGEST_SHORT)
    rules.check_short("contract", about.contract.name, rules.LONGEST_SHORT)
    rules.check_period(about.period)
    rules.check_provider(about.sort, about.contract.provider)
    root = root_id or about.unit.root_id
    if any(unit.root_id != root for unit in (about.unit, *about.also)):
        raise RuleBroken("inspection.unit.root", marked("Välj en enhet i listan."), field="unit")


def check_demand(demand: Demand, today: date) -> None:
    rules.check_not_ahead("received_on", demand.received_on, today)
    if demand.due_on:
        rules.check_not_before("due_on", demand.due_on, demand.received_on)


def set_demand(inspection: Inspection, demand: Demand) -> None:
    inspection.received_on = inspection.occurred_day = demand.received_on
    inspection.due_on = demand.due_on


def _new(about: About, *, status: Status, by: User, now: datetime) -> Inspection:
    """Not saved, waiting for its number."""
    root = about.unit.root
    assert root is not None
    inspection = Inspection(
        kind=KIND, reference=unnumbered(), root=root, status=status, received_at=now, opened_by=by, responsible=by
    )
    inspection.sort = about.sort
    _fill(inspection, about)
    return inspection


def _made(inspection: Inspection, about: About, event: str, *, by: User) -> Inspection:
    inspection.save()
    _set_also(inspection, about.also)
    spine.commit(inspection, event, by=by)
    return inspection


def _fill(inspection: Inspection, about: About) -> None:
    inspection.unit, inspection.subject = about.unit, about.subject.strip()
    inspection.basis, inspection.diary = about.basis.strip(), about.diary.strip()
    inspection.provider, inspection.contract = about.contract.provider.strip(), about.contract.name.strip()
    inspection.period_first, inspection.period_last = about.period.first, about.period.last
    inspection.by = _category(inspection, about.by)


def _category(inspection: Inspection, code: str) -> Category:
    """RuleBroken for a code the list in force does not have."""
    key = BODIES if inspection.sort in FROM_OUTSIDE else FORMS
    found = find_category(inspection.root, key, code, day_of(inspection.received_at))
    if found is None:
        raise RuleBroken("inspection.by.list", marked("Valet finns inte i listan. Välj ett annat."), field="by")
    return found


def _set_also(inspection: Inspection, units: Iterable[Unit]) -> None:
    AlsoIn.objects.filter(inspection=inspection).delete()
    others = {unit.pk: unit for unit in units if unit.pk != inspection.unit_id}
    AlsoIn.objects.bulk_create(AlsoIn(inspection=inspection, unit=unit) for unit in others.values())
