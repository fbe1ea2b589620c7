"""Privacy incidents in every state, made by the actions themselves."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category, Unit
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.kernel.records.once import new_key
from varvet.registers.privacy_incidents import actions, rules
from varvet.registers.privacy_incidents.models import TYPES, Narrative, PrivacyIncident
from varvet.registers.privacy_incidents.rules import Answer, Aware, Breach, Counted, Decision, People, Recommendation

SOON = NOW + timedelta(hours=20)
LATER = NOW + timedelta(days=2)
SOON_DAY, LATER_DAY = day_of(SOON), day_of(LATER)
SECRET = "Anna Eks journal låg i skrivaren"
EFFECTS = "Någon kan ha läst om en insats."
WHY_NOT = "Pappret hittades inom en timme."
UNINFORMED = "Risken är inte hög."
ADVICE = "Jag råder till anmälan, för barnens skull."
DONE = "Skrivaren kräver nu kort."
FEEDBACK = "Tack. Skrivaren är bytt."
POINT = "7.3"


@dataclass(frozen=True)
class Desk:
    """The cast, a data protection officer and a delegate of the whole root, and a type from the root's list."""

    cast: Cast
    officer: User
    delegate: User
    wrong_recipient: Category

    def named(self, who: str) -> User:
        return getattr(self, who, None) or getattr(self.cast, who)  # type: ignore[no-any-return]  # people are users


def make_desk(cast: Cast) -> Desk:
    officer = make_person("Disa", "data_protection_officer", cast.root)
    delegate = make_person("Dora", "privacy_delegate", cast.root)
    return Desk(cast, officer, delegate, make_type(cast.root))


def make_type(root: Unit, key: str = TYPES) -> Category:
    """The first type of a list just made for the root."""
    values = (CategoryValue("wrong_recipient", "Fel mottagare"), CategoryValue("loss", "Förlust"))
    version = new_version(root=root, key=key, content=NewList("Typ av incident", values), first_day=LONG_AGO)
    return Category.objects.get(list_id=version.id, code="wrong_recipient")


def content(desk: Desk, aware_at: datetime = NOW, **changes: Any) -> actions.Report:
    made = actions.Report(unit=desk.cast.a, what=SECRET, aware=Aware.OTHER, moment=aware_at)
    return replace(made, **changes)


def make_received(desk: Desk, aware_at: datetime = NOW, **changes: Any) -> PrivacyIncident:
    told = content(desk, aware_at, **changes)
    record = actions.report(content=told, key=new_key(), by=desk.cast.bo, now=max(NOW, aware_at))
    return PrivacyIncident.objects.get(pk=record.pk)


def make_excluding(desk: Desk) -> PrivacyIncident:
    """About the unit's manager, who is shut out."""
    return make_received(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)


def assessment(**changes: Any) -> actions.Assessment:
    about = actions.Assessment(
        type="wrong_recipient",
        breaches=frozenset({Breach.CONFIDENTIALITY}),
        consequence=2,
        probability=2,
        groups=("clients", "children"),
        data=("health",),
        people=People(Counted.EXACT, 3, 3),
        effects=EFFECTS,
    )
    return replace(about, **changes)


def make_assessed(desk: Desk, **changes: Any) -> PrivacyIncident:
    incident = make_received(desk)
    return actions.assess(
        incident=incident, assessment=assessment(**changes), version=incident.version, by=desk.cast.alice, now=SOON
    )


def no_need(**changes: Any) -> Decision:
    return replace(Decision(Answer.NO, Answer.NO, WHY_NOT, UNINFORMED, POINT), **changes)


def to_all() -> Decision:
    return Decision(Answer.YES, Answer.YES, delegation=POINT)


def make_decided(desk: Desk, decision: Decision | None = None) -> PrivacyIncident:
    incident = make_assessed(desk)
    given = decision or no_need()
    return actions.decide(incident=incident, decision=given, version=incident.version, by=desk.delegate, now=SOON)


def make_advised(desk: Desk) -> PrivacyIncident:
    incident = make_assessed(desk)
    return actions.advise(
        incident=incident,
        advice=(Recommendation.NOTIFY, ADVICE),
        version=incident.version,
        by=desk.officer,
        now=SOON,
    )


def notice(desk: Desk, **changes: Any) -> actions.Notice:
    return replace(actions.Notice(sent_at=SOON, sent_by=desk.delegate, number="IMY-2026-17"), **changes)


def make_notified(desk: Desk, **changes: Any) -> PrivacyIncident:
    incident = make_decided(desk, to_all())
    given = notice(desk, **changes)
    return actions.notify(incident=incident, notice=given, version=incident.version, by=desk.delegate, now=LATER)


def make_informed(desk: Desk) -> PrivacyIncident:
    incident = make_notified(desk)
    told = actions.Informed(SOON_DAY, rules.How.PHONE, "Vad som hänt och vem de kan ringa.")
    return actions.inform(incident=incident, told=told, version=incident.version, by=desk.cast.alice, now=LATER)


def make_closed(desk: Desk) -> PrivacyIncident:
    incident = make_decided(desk)
    closing = actions.Closing(DONE, FEEDBACK)
    return actions.close(incident=incident, closing=closing, version=incident.version, by=desk.cast.alice, now=LATER)


def make_dismissed(desk: Desk) -> PrivacyIncident:
    incident = make_received(desk)
    return actions.dismiss(
        incident=incident, reason="Inga personuppgifter.", version=incident.version, by=desk.cast.alice, now=LATER
    )


def make_reopened(desk: Desk) -> PrivacyIncident:
    incident = make_closed(desk)
    return actions.reopen(
        incident=incident, reason="Fler brev hittades.", version=incident.version, by=desk.cast.alice, now=LATER
    )


def history(desk: Desk, **given: object) -> actions.History:
    """A closed incident of 2023 from another system, with what a test gives instead."""
    values: dict[str, object] = {
        "unit": desk.cast.a,
        "received_at": datetime(2023, 5, 2, 8, tzinfo=UTC),
        "status": rules.Status.CLOSED,
        "category": desk.wrong_recipient,
        "assessed_on": date(2023, 5, 3),
        "reported_to_imy_on": date(2023, 5, 4),
        "closed_at": datetime(2023, 5, 12, 8, tzinfo=UTC),
        "synthetic": True,
    }
    return actions.History(**(values | given))  # type: ignore[arg-type]  # tests give one field at a time


def happenings(incident: PrivacyIncident) -> list[tuple[str, date]]:
    """Without what the report and the lists count, which are tested where they are written."""
    apart = ("reported", "affected", "breach")
    rows = Fact.objects.filter(record_id=incident.pk).exclude(happening__in=apart).order_by("pk")
    return [(fact.happening, fact.day) for fact in rows]


def texts_of(incident: PrivacyIncident) -> dict[str, str]:
    """By part; of several in one part, the last."""
    return {row.part: row.text for row in Narrative.objects.filter(incident=incident).order_by("pk")}


def events(incident: PrivacyIncident) -> list[str]:
    rows = AuditEvent.objects.filter(kind="privacy_incidents", record_id=incident.pk).order_by("pk")
    return [row.event for row in rows]


RECEIVED = ("received", TODAY)
