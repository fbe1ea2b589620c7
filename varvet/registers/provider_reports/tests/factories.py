"""Reports in each state, made by the register's own actions: Dag (SAS) handles them, Alice's unit is concerned."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.kernel.records.once import new_key
from varvet.registers.provider_reports import actions, rules
from varvet.registers.provider_reports.models import TYPES, FollowUp, Narrative, Provider, ProviderReport

SECRET = "Kalle fick inte sin medicin på kvällen"
CASE = "2026-778"
INFORMED = date(2026, 3, 12)
REQUESTED = NOW + timedelta(days=1)
TAKEN_IN = NOW + timedelta(days=15)
ASSESSED = NOW + timedelta(days=18)
FOLLOWED = NOW + timedelta(days=30)
CLOSED = NOW + timedelta(days=40)
REOPENED = NOW + timedelta(days=50)
PAGES = "/lex-sarah-i-enskild-regi/"


def listed(name: str = "Solgården omsorg AB", **changes: Any) -> actions.Listed:
    row = actions.Listed(name=name, first_day=LONG_AGO, organisation_number="556012-5790", contract="Ramavtal 7")
    return replace(row, **changes)


def make_provider(cast: Cast, name: str = "Solgården omsorg AB", **changes: Any) -> Provider:
    """The one of that name, made when there is none."""
    found = Provider.objects.filter(root=cast.root, name=name).first()
    content = listed(name, **changes)
    return found or actions.save_provider(root=cast.root, provider=None, content=content, by=cast.dag, now=NOW)


def make_types(root: Unit) -> CategoryList:
    content = NewList("Typ av händelse", (CategoryValue("support", "Brister i utförande av insats"),))
    found = CategoryList.objects.filter(root=root, key=TYPES).first()
    return found or CategoryList.objects.get(
        pk=new_version(root=root, key=TYPES, content=content, first_day=LONG_AGO).id
    )


def about(cast: Cast, **changes: Any) -> actions.About:
    types = make_types(cast.root)
    known = actions.About(
        unit=cast.a,
        provider=make_provider(cast),
        law=rules.Law.LSS,
        occurred_day=date(2026, 3, 10),
        ours=rules.Known.YES,
        category_list=types,
        category=Category.objects.get(list=types, code="support"),
        case_reference=CASE,
    )
    return replace(known, **changes)


def information(cast: Cast, **changes: Any) -> actions.Information:
    """What differs in what it is about stands among the changes too."""
    own = {name: changes.pop(name) for name in list(changes) if name in actions.Information.__dataclass_fields__}
    told = actions.Information(
        about=about(cast, **changes),
        what=SECRET,
        informed_on=INFORMED,
        channel=rules.Channel.MAIL,
        at_once="De ringde jourläkaren.",
    )
    return replace(told, **own)


def registered(cast: Cast, *, now: datetime = NOW, by: User | None = None, **changes: Any) -> ProviderReport:
    """With those who handle told of it, as after the worker's turn."""
    content = information(cast, **changes)
    record = actions.register(content=content, key=new_key(), by=by or cast.dag, now=now)
    spread()
    return fresh(ProviderReport(pk=record.pk))


def excluded(cast: Cast) -> ProviderReport:
    return registered(cast, confidentiality=Confidentiality.MANAGER_EXCLUDED)


def requested(cast: Cast, **changes: Any) -> ProviderReport:
    report = registered(cast, **changes)
    content = actions.Request(date(2026, 4, 17), "Vi vill veta hur kvällspassen bemannas.")
    return actions.request(report=report, content=content, version=report.version, by=cast.dag, now=REQUESTED)


def taken_in(cast: Cast, outcome: rules.Outcome = rules.Outcome.MISCONDUCT, **changes: Any) -> ProviderReport:
    report = requested(cast, **changes)
    content = actions.Investigation(TAKEN_IN.date(), outcome, "Ingen bevakade signeringslistan.")
    return actions.take_in(report=report, content=content, version=report.version, by=cast.dag, now=TAKEN_IN)


def assessed(cast: Cast, **changes: Any) -> ProviderReport:
    report = taken_in(cast, **changes)
    content = actions.Assessment(rules.Agreement.AGREES, "Utredningen svarar på vad som hände och varför.")
    return actions.assess(report=report, content=content, version=report.version, by=cast.dag, now=ASSESSED)


def planned(cast: Cast, subject: rules.Subject = rules.Subject.PERSON, **changes: Any) -> FollowUp:
    report = assessed(cast, **changes)
    return another(cast, report, subject)


def another(cast: Cast, report: ProviderReport, subject: rules.Subject) -> FollowUp:
    content = actions.Plan(subject, "Besök hemma hos personen.", date(2026, 4, 30))
    return actions.plan(report=report, content=content, version=fresh(report).version, by=cast.dag, now=ASSESSED)


def following_up(cast: Cast) -> ProviderReport:
    return fresh(planned(cast).report)


def finished(cast: Cast, follow_up: FollowUp) -> ProviderReport:
    content = actions.Came("Personen får sin medicin.", FOLLOWED.date())
    version = fresh(follow_up.report).version
    return actions.finish_follow_up(follow_up=follow_up, content=content, version=version, by=cast.dag, now=FOLLOWED)


def followed_up(cast: Cast) -> ProviderReport:
    return finished(cast, planned(cast))


def told(cast: Cast) -> ProviderReport:
    """Nothing is left before it can be closed."""
    report = followed_up(cast)
    words = "Vi delar er bedömning."
    return actions.tell_provider(report=report, words=words, version=report.version, by=cast.dag, now=FOLLOWED)


def closed(cast: Cast) -> ProviderReport:
    report = told(cast)
    lesson = "Fråga om signeringslistan vid avtalsuppföljning."
    return actions.close(report=report, lesson=lesson, version=report.version, by=cast.dag, now=CLOSED)


def reopened(cast: Cast) -> ProviderReport:
    report = closed(cast)
    reason = "Det har hänt igen."
    return actions.reopen(report=report, reason=reason, version=report.version, by=cast.dag, now=REOPENED)


def disowned(cast: Cast) -> ProviderReport:
    report = registered(cast)
    content = actions.Handover("Grannkommunen", "De har placerat personen och är informerade.")
    return actions.disown(report=report, content=content, version=report.version, by=cast.dag, now=REQUESTED)


IN_STATE: dict[rules.Status, Callable[[Cast], ProviderReport]] = {
    rules.Status.RECEIVED: registered,
    rules.Status.REQUESTED: requested,
    rules.Status.INVESTIGATED: taken_in,
    rules.Status.ASSESSED: assessed,
    rules.Status.FOLLOWING_UP: following_up,
    rules.Status.CLOSED: closed,
    rules.Status.NOT_OURS: disowned,
    rules.Status.REOPENED: reopened,
}


def in_state(cast: Cast, status: rules.Status) -> ProviderReport:
    return IN_STATE[status](cast)


def fresh(report: ProviderReport) -> ProviderReport:
    """As it is saved now."""
    return ProviderReport.objects.select_related("unit", "root").get(pk=report.pk)


def facts_of(report: ProviderReport) -> list[tuple[str, date, str, int | None]]:
    """Happening, day, outcome and days of each fact, in the order they were written."""
    rows = Fact.objects.filter(record_id=report.pk).order_by("pk")
    return list(rows.values_list("happening", "day", "outcome", "days"))


def events_of(report: ProviderReport) -> list[tuple[str, int | None, int | None]]:
    """Event, version and actor of each row of the trail."""
    rows = AuditEvent.objects.filter(record_id=report.pk).order_by("pk")
    return list(rows.values_list("event", "version", "actor_id"))


def words_of(report: ProviderReport) -> dict[str, str]:
    return {narrative.part: narrative.text for narrative in Narrative.objects.filter(report=report)}


def page_of(report: ProviderReport, step: str = "") -> str:
    return f"{PAGES}{report.reference}/{step}"
