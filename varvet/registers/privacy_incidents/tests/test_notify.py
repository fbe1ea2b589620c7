"""What was sent to IMY and what IMY answered: once, in time or with the reason why not, and in phases."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Fact
from varvet.registers.privacy_incidents import actions
from varvet.registers.privacy_incidents.models import Narrative, Part, PrivacyIncident, Supplement
from varvet.registers.privacy_incidents.rules import Ruling
from varvet.registers.privacy_incidents.tests.factories import (
    LATER,
    LATER_DAY,
    SOON,
    SOON_DAY,
    Desk,
    events,
    happenings,
    make_decided,
    make_notified,
    notice,
    to_all,
)

LATE = NOW + timedelta(hours=100)
LATE_DAY = date(2026, 3, 20)
WHY_LATE = "Vi fick veta omfattningen först i går."


def notify(desk: Desk, who: str = "delegate", **changes: Any) -> PrivacyIncident:
    incident = make_decided(desk, to_all())
    given = notice(desk, **changes)
    return actions.notify(incident=incident, notice=given, version=incident.version, by=desk.named(who), now=LATE)


def in_time(incident: PrivacyIncident) -> tuple[int | None, int | None]:
    fact = Fact.objects.get(record_id=incident.pk, happening="reported_to_authority")
    return fact.numerator, fact.denominator


def test_a_notification_in_time(desk: Desk) -> None:
    incident = make_notified(desk)
    assert (incident.notified_at, incident.reported_to_imy_on, incident.in_time) == (SOON, SOON_DAY, True)
    assert (incident.notified_by, incident.imy_number) == (desk.delegate, "IMY-2026-17")
    assert events(incident)[-1] == "notified"
    assert ("reported_to_authority", SOON_DAY) in happenings(incident)
    assert in_time(incident) == (1, 1)


@pytest.mark.parametrize(("hours", "kept"), [(72, True), (72.01, False)], ids=["last moment", "too late"])
def test_the_72_hours_have_an_end(desk: Desk, hours: float, kept: bool) -> None:  # noqa: FBT001 - a truth table
    incident = notify(desk, sent_at=NOW + timedelta(hours=hours), why_late=WHY_LATE)
    assert incident.in_time is kept
    assert in_time(incident) == (int(kept), 1)
    assert Narrative.objects.filter(incident=incident, part=Part.WHY_LATE).exists() is not kept


def test_a_late_one_says_why(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Anmälan är sen") as broken:
        notify(desk, sent_at=LATE)
    assert broken.value.field == "why_late"


@pytest.mark.parametrize("sent_at", [NOW - timedelta(minutes=1), LATE + timedelta(minutes=1)])
def test_not_before_anybody_knew_and_not_tomorrow(desk: Desk, sent_at: Any) -> None:
    with pytest.raises(RuleBroken, match="mellan att ni fick veta och nu"):
        notify(desk, sent_at=sent_at)


def test_whoever_handles_may_register_it_too(desk: Desk) -> None:
    assert notify(desk, "alice").notified_by == desk.delegate


@pytest.mark.parametrize("who", ["bo", "dag", "officer", "cecilia", "stranger", "hugo"])
def test_wrong_role_is_refused(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        notify(desk, who)


def test_only_what_was_decided_and_once(desk: Desk) -> None:
    not_to = make_decided(desk)
    with pytest.raises(RuleBroken, match="inte anmäls till IMY"):
        actions.notify(incident=not_to, notice=notice(desk), version=not_to.version, by=desk.delegate, now=LATER)
    incident = make_notified(desk)
    with pytest.raises(StaleVersion):
        actions.notify(
            incident=incident, notice=notice(desk), version=incident.version - 1, by=desk.delegate, now=LATER
        )
    with pytest.raises(RuleBroken, match="redan registrerad"):
        actions.notify(incident=incident, notice=notice(desk), version=incident.version, by=desk.delegate, now=LATER)
    assert Fact.objects.filter(record_id=incident.pk, happening="reported_to_authority").count() == 1


def add(desk: Desk, incident: PrivacyIncident, **changes: Any) -> PrivacyIncident:
    given: dict[str, Any] = {"sent_on": LATER_DAY, "text": "Antalet är nu känt.", "last": False} | changes
    return actions.supplement(
        incident=incident, addition=actions.Addition(**given), version=incident.version, by=desk.delegate, now=LATE
    )


def test_in_phases_until_the_last(desk: Desk) -> None:
    incident = make_notified(desk, more_follows=True)
    assert add(desk, incident).more_follows
    incident = add(desk, PrivacyIncident.objects.get(), last=True, sent_on=LATE_DAY)
    assert not incident.more_follows
    assert list(Supplement.objects.values_list("sent_on", "last")) == [(LATER_DAY, False), (LATE_DAY, True)]
    assert Narrative.objects.filter(part=Part.ADDED).count() == 2
    assert events(incident)[-2:] == ["supplemented", "supplemented"]


def test_nothing_is_added_to_what_is_complete_nor_before_it_was_sent(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="ingen anmälan att komplettera"):
        add(desk, make_notified(desk))
    with pytest.raises(RuleBroken, match="från dagen för anmälan till i dag"):
        add(desk, make_notified(desk, more_follows=True), sent_on=TODAY - timedelta(days=1))


def answered(**changes: Any) -> actions.Answered:
    return replace(actions.Answered(Ruling.NO_ACTION, LATE_DAY, text="Avskrivet."), **changes)


def test_the_answer_has_its_day_and_may_bring_the_number(desk: Desk) -> None:
    incident = make_notified(desk, number="")
    given = answered(number="IMY-2026-99")
    incident = actions.write_ruling(
        incident=incident, answered=given, version=incident.version, by=desk.cast.alice, now=LATE
    )
    assert (incident.ruling, incident.ruled_on, incident.imy_number) == ("no_action", LATE_DAY, "IMY-2026-99")
    assert ("ruled", LATE_DAY) in happenings(incident)
    assert Narrative.objects.get(incident=incident, part=Part.RULING).text == "Avskrivet."


def test_no_answer_to_what_was_not_sent_nor_before_it_was(desk: Desk) -> None:
    incident = make_decided(desk, to_all())
    with pytest.raises(RuleBroken, match="Registrera den först"):
        actions.write_ruling(
            incident=incident, answered=answered(), version=incident.version, by=desk.delegate, now=LATE
        )
    incident = make_notified(desk)
    with pytest.raises(RuleBroken) as broken:
        actions.write_ruling(
            incident=incident,
            answered=answered(ruled_on=TODAY),
            version=incident.version,
            by=desk.delegate,
            now=LATE,
        )
    assert broken.value.field == "ruled_on"
