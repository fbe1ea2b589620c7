"""A year's risk picture and control plan: chosen and written, decided and frozen, and its points followed up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from varvet.kernel.access.checks import can, check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.registers.risks import rules
from varvet.registers.risks.actions.steps import EDIT
from varvet.registers.risks.models import KIND, ControlPoint, FollowUp, Overview, OverviewStatus, Risk
from varvet.registers.risks.models.frozen import digest_of, to_json, value_of
from varvet.registers.risks.rules import control
from varvet.registers.risks.rules.control import Frequency, Light

DECIDE = "risks.decide_picture"


@dataclass(frozen=True)
class Year:
    """Which year's picture of which root somebody changes, knowing which version; 0 before there is any."""

    root: Unit
    year: int
    version: int
    by: User
    now: datetime


@dataclass(frozen=True)
class Point:
    """A control point as told. `check` is the record of a self-check that serves as it, one the person may open."""

    risk: Risk
    name: str
    method: str
    frequency: Frequency
    responsible: str
    check: Record | None = None


@dataclass(frozen=True)
class Decision:
    """Who decided, as people say it, when, and the paragraph of the minutes."""

    by: str
    on: date
    paragraph: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a check showed in one part of the year. `version` is the point's, as whoever says it knew it."""

    period: int
    light: Light
    words: str
    version: int = 0


@transaction.atomic
def choose(year: Year, summary: str, risks: Collection[Risk]) -> Overview:
    """Which risks the picture holds, and what is said of them together."""
    overview = _locked(year)
    overview.summary = summary.strip()
    overview.risks.set(risk for risk in risks if risk.root_id == year.root.pk and risk.status in rules.SCORED)
    return _stepped(overview, year, "picture_chosen")


@transaction.atomic
def write_point(year: Year, point: Point, known: ControlPoint | None = None) -> ControlPoint:
    """A new point, or `known` written anew. Its risk belongs to the picture from then on."""
    overview = _locked(year)
    control.check_point(point.name, point.method, point.responsible)
    if point.risk.root_id != year.root.pk or point.risk.status not in rules.SCORED:
        raise RuleBroken("risk.point.risk", marked("Välj en risk som är bedömd."), field="risk")
    last = overview.points.aggregate(last=Max("number"))["last"] or 0
    written = known or ControlPoint(overview=overview, number=last + 1)
    written.risk, written.frequency = point.risk, point.frequency
    written.name, written.method = point.name.strip(), point.method.strip()
    written.responsible = point.responsible.strip()
    written.save()
    overview.risks.add(point.risk)
    _tie(written, point)
    _stepped(overview, year, "point_written", {"point": written.number})
    return written


def _tie(written: ControlPoint, point: Point) -> None:
    Link.objects.filter(kind=LinkKind.CONCERNS, part=written.part).delete()
    if point.check is not None:
        values = {"target_id": point.check.pk, "kind": LinkKind.CONCERNS, "part": written.part}
        Link.objects.create(source_id=written.risk_id, **values)


@transaction.atomic
def remove_point(year: Year, point: ControlPoint) -> Overview:
    overview = _locked(year)
    Link.objects.filter(kind=LinkKind.CONCERNS, part=point.part).delete()
    number = point.number
    point.delete()
    return _stepped(overview, year, "point_removed", {"point": number})


@transaction.atomic
def decide(year: Year, decision: Decision) -> Overview:
    """Freezes picture and plan as they are now."""
    overview = _locked(year)
    kept = value_of(overview)
    control.check_ready(len(kept.risks), len(kept.points))
    _check_decision(decision, day_of(year.now))
    overview.status, overview.decided_on = OverviewStatus.DECIDED, decision.on
    overview.decided_by, overview.paragraph = decision.by.strip(), decision.paragraph.strip()
    overview.value = to_json(kept)
    overview.digest = digest_of(overview.value)
    return _stepped(overview, year, "picture_decided", {"digest": overview.digest})


def _check_decision(decision: Decision, today: date) -> None:
    rules.check_words("by", decision.by, marked("Skriv vem som har beslutat."))
    if decision.on > today:
        raise RuleBroken("risk.overview.day", marked("Beslutet kan inte ligga framåt i tiden."), field="on")


@transaction.atomic
def follow_up(point: ControlPoint, outcome: Outcome, *, by: User, now: datetime) -> FollowUp:
    """By whoever works with the unit's risks, or decides on the whole."""
    overview = Overview.objects.select_for_update().get(pk=point.overview_id)
    if not can(by, DECIDE, overview.root, today=day_of(now)):
        check(by, EDIT, point.risk.unit, today=day_of(now))
    control.check_decided(decided=overview.is_decided)
    current = ControlPoint.objects.get(pk=point.pk)
    if current.version != outcome.version:
        raise StaleVersion(str(overview.year), outcome.version, current.version)
    control.check_follow_up(point.frequency, outcome.period, outcome.words)
    values = {"light": outcome.light, "words": outcome.words.strip(), "on": day_of(now), "by": by}
    done, _made = FollowUp.objects.update_or_create(point=point, period=outcome.period, defaults=values)
    ControlPoint.objects.filter(pk=point.pk).update(version=current.version + 1)
    data = {"year": overview.year, "point": point.number, "period": outcome.period, "light": outcome.light}
    _note(overview, "point_followed_up", by, now, data)
    return done


def _locked(year: Year) -> Overview:
    """The row, made with the first words. StaleVersion where somebody else has saved since."""
    check(year.by, DECIDE, year.root, today=day_of(year.now))
    control.check_year(year.year)
    begun, _made = Overview.objects.get_or_create(root=year.root, year=year.year, defaults={"written_by": year.by})
    found = Overview.objects.select_for_update().get(pk=begun.pk)
    if found.version != year.version:
        raise StaleVersion(str(year.year), year.version, found.version)
    control.check_open(decided=found.is_decided)
    return found


def _stepped(overview: Overview, year: Year, event: str, data: dict[str, object] | None = None) -> Overview:
    overview.version += 1
    overview.written_by = year.by
    overview.save()
    _note(overview, event, year.by, year.now, {"year": overview.year, "version": overview.version, **(data or {})})
    return overview


def _note(overview: Overview, event: str, by: User, now: datetime, data: dict[str, object]) -> None:
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=overview.root_id)
    trail.write([trail.event(event, subject, data=data, at=now)])
