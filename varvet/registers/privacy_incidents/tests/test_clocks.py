"""The 72 hours on border days, and what each step is due by."""

from datetime import UTC, date, datetime, timedelta

import pytest

from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.deadlines.clocks import clocks_of, list_clocks
from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import TermUnit
from varvet.kernel.organisation.terms import Correction, correct_term
from varvet.registers.privacy_incidents import actions, queries
from varvet.registers.privacy_incidents.models import PrivacyIncident
from varvet.registers.privacy_incidents.models.deadline import IMY_TERM
from varvet.registers.privacy_incidents.rules import How
from varvet.registers.privacy_incidents.tests.factories import (
    LATER,
    SOON_DAY,
    Desk,
    make_assessed,
    make_closed,
    make_decided,
    make_dismissed,
    make_informed,
    make_notified,
    make_received,
    make_reopened,
    to_all,
)
from varvet.registers.privacy_incidents.views import shown_clock

BORDERS = [
    # known (UTC), due (UTC), as Swedish clocks say it
    ("2026-03-16T09:30", "2026-03-19T09:30", "torsdag 19 mars kl. 10.30"),
    ("2026-03-13T14:05", "2026-03-16T14:05", "måndag 16 mars kl. 15.05"),  # across a weekend
    ("2025-03-28T12:00", "2025-03-31T12:00", "måndag 31 mars 2025 kl. 14.00"),  # summer time began on the 30th
    ("2025-10-24T12:00", "2025-10-27T12:00", "måndag 27 oktober 2025 kl. 13.00"),  # winter time began on the 26th
    ("2024-02-27T08:00", "2024-03-01T08:00", "fredag 1 mars 2024 kl. 09.00"),  # over a leap day
    ("2025-02-27T08:00", "2025-03-02T08:00", "söndag 2 mars 2025 kl. 09.00"),  # and over none
    ("2025-12-30T22:30", "2026-01-02T22:30", "fredag 2 januari kl. 23.30"),  # over new year
    ("2025-06-18T10:00", "2025-06-21T10:00", "lördag 21 juni 2025 kl. 12.00"),  # over midsommarafton: hours run on
]


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(("known", "due", "said"), BORDERS)
def test_seventy_two_elapsed_hours_whatever_lies_between(desk: Desk, known: str, due: str, said: str) -> None:
    incident = make_received(desk, at(known))
    moment = queries.report_by(incident).moment
    assert moment == at(due)
    assert shown_clock.moment_in_words(moment, TODAY) == said
    [imy] = [clock for clock in clocks_of(incident) if clock.code == "imy"]
    assert (imy.due, imy.extendable, imy.pausable) == (at(due), False, False)


@pytest.mark.parametrize(
    ("after", "left", "says", "tone"),
    [
        (0, 72, "72 timmar kvar", "calm"),
        (1, 71, "71 timmar kvar", "calm"),
        (40.5, 31, "31 timmar kvar", "soon"),
        (71.5, 0, "Mindre än en timme kvar", "soon"),
        (72, 0, "Mindre än en timme kvar", "soon"),
        (72.01, -1, "1 timme sent", "late"),
        (100, -28, "28 timmar sent", "late"),
    ],
)
def test_the_clock_says_it_in_words(desk: Desk, after: float, left: int, says: str, tone: str) -> None:
    clock = shown_clock.clock(make_received(desk), NOW + timedelta(hours=after))
    assert clock is not None
    assert (clock.left, clock.says.replace("\u00a0", " "), clock.tone) == (left, says, tone)
    ends = (
        "till torsdag 19 mars kl. 10.30" if left >= 0 else "IMY skulle ha fått anmälan senast torsdag 19 mars kl. 10.30"
    )
    assert clock.until == ends


def test_a_root_that_corrected_the_term_has_its_own(desk: Desk) -> None:
    incident = make_received(desk)
    correction = Correction(IMY_TERM, 24, TermUnit.HOURS, "Egen rutin", HowChecked.DECIDED_LOCALLY, "Vi vill veta fort")
    correct_term(by_id=desk.cast.hugo.pk, correction=correction, root=desk.cast.root, now=NOW, verified_on=None)
    assert queries.report_by(incident).moment == NOW + timedelta(hours=24)


def codes(incident: PrivacyIncident) -> dict[str, date | datetime]:
    return {clock.code: clock.due for clock in clocks_of(incident)}


def test_each_state_has_its_clocks(desk: Desk) -> None:
    imy = NOW + timedelta(hours=72)
    assert codes(make_received(desk)) == {"assess": NOW + timedelta(hours=24), "imy": imy}
    assert codes(make_assessed(desk)) == {"imy": imy}
    assert codes(make_decided(desk, to_all())) == {"imy": imy}
    assert codes(make_decided(desk)) == {"close": date(2026, 5, 17)}
    assert codes(make_notified(desk)) == {"inform": date(2026, 3, 20)}
    assert codes(make_informed(desk)) == {"close": date(2026, 5, 17)}
    assert codes(make_reopened(desk)) == {"assess": datetime(2026, 3, 19, 23, tzinfo=UTC)}
    assert codes(make_closed(desk)) == codes(make_dismissed(desk)) == {}


def test_a_notification_in_phases_is_completed_within_its_own_term(desk: Desk) -> None:
    incident = make_notified(desk, more_follows=True)
    told = actions.Informed(SOON_DAY, How.LETTER, "Ett brev till var och en.")
    incident = actions.inform(incident=incident, told=told, version=incident.version, by=desk.cast.alice, now=LATER)
    assert codes(incident) == {"supplement": SOON_DAY + timedelta(days=28)}


def test_the_roots_clocks_are_those_of_its_open_incidents(desk: Desk) -> None:
    make_closed(desk)
    incident = make_received(desk)
    mine = [clock for clock in list_clocks(desk.cast.root) if clock.record_id == incident.pk]
    assert mine == clocks_of(incident)
    assert len(list_clocks(desk.cast.root)) == 2
    assert list_clocks(desk.cast.other_root) == []


def tasks(desk: Desk, who: str) -> list[tuple[str, date | datetime]]:
    return [(task.title, task.due) for task in queries.list_tasks(reader_of(desk.named(who)))]


def test_what_waits_waits_for_those_who_can_do_it(desk: Desk) -> None:
    make_received(desk)
    imy = NOW + timedelta(hours=72)
    assess = [("Bedöm en personuppgiftsincident", NOW + timedelta(hours=24))]
    assert tasks(desk, "alice") == assess == tasks(desk, "eva")
    assert tasks(desk, "officer") == [("Lämna råd om en personuppgiftsincident", imy)]
    for other in ("delegate", "bo", "dag", "cecilia", "hugo", "gun", "stranger"):
        assert tasks(desk, other) == []


def test_the_decision_waits_for_the_delegate_and_the_rest_for_the_unit(desk: Desk) -> None:
    imy = NOW + timedelta(hours=72)
    make_assessed(desk)
    assert tasks(desk, "delegate") == [("Besluta om en personuppgiftsincident", imy)]
    assert tasks(desk, "alice") == []
    make_decided(desk, to_all())
    notify = ("Anmäl en personuppgiftsincident till IMY", imy)
    assert tasks(desk, "alice") == [notify]
    assert notify in tasks(desk, "delegate")
    make_notified(desk)
    assert ("Informera dem som en incident gäller", date(2026, 3, 20)) in tasks(desk, "alice")


def test_what_is_closed_waits_for_nobody(desk: Desk) -> None:
    make_closed(desk)
    make_dismissed(desk)
    assert [tasks(desk, who) for who in ("alice", "officer", "delegate")] == [[], [], []]


def test_more_time_is_given_for_local_goals_only(desk: Desk) -> None:
    received, decided = make_received(desk), make_decided(desk)
    given = {clock.code: clock.extendable for clock in [*clocks_of(received), *clocks_of(decided)]}
    assert given == {"assess": False, "imy": False, "close": True}
