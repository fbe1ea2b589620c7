"""The rules as truth tables, with their borders."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui import matrix
from varvet.registers.privacy_incidents import rules
from varvet.registers.privacy_incidents.rules import (
    Answer,
    Aware,
    Counted,
    Course,
    Event,
    Level,
    People,
    Progress,
    Risk,
    Status,
    closing,
    deciding,
)

AWARE, TODAY = date(2026, 3, 13), date(2026, 3, 16)
BEFORE, AFTER = date(2026, 3, 12), date(2026, 3, 17)
MAY = {
    Event.ASSESS: "received assessed decided following_up reopened",
    Event.ADVISE: "received assessed decided following_up reopened",
    Event.DECIDE: "assessed decided following_up",
    Event.NOTIFY: "decided following_up",
    Event.SUPPLEMENT: "decided following_up",
    Event.INFORM: "decided following_up",
    Event.RULING: "decided following_up closed",
    Event.FOLLOW_UP: "decided following_up",
    Event.CLOSE: "decided following_up",
    Event.REOPEN: "closed not_incident",
    Event.DISMISS: "received assessed reopened",
    Event.ASSIGN: "received assessed decided following_up reopened",
    Event.WRITE: "received assessed decided following_up reopened",
}


@pytest.mark.parametrize("event", list(Event))
@pytest.mark.parametrize("status", list(Status))
def test_an_event_is_possible_or_refused(event: Event, status: Status) -> None:
    possible = status in MAY[event].split()
    assert rules.may(event, status) is possible
    if possible:
        rules.check_now(event, status)
        return
    with pytest.raises(RuleBroken, match="Därför går det inte") as broken:
        rules.check_now(event, status)
    assert broken.value.code == f"privacy_incidents.{event}.state"


@pytest.mark.parametrize("text", ["abc", "x" * 20_000])
def test_words_that_do(text: str) -> None:
    rules.check_words("what", text, "Berätta.")


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" ab ", "empty"), ("x" * 20_001, "long")])
def test_words_that_do_not(text: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_words("what", text, "Berätta.")
    assert (broken.value.code, broken.value.field) == (f"privacy_incidents.what.{code}", "what")


@pytest.mark.parametrize("moment", [NOW, NOW - timedelta(days=400)])
def test_it_became_known_now_or_before(moment: datetime) -> None:
    assert rules.aware_at(Aware.OTHER, moment, NOW) == moment
    assert rules.aware_at(Aware.JUST_NOW, moment, NOW) == NOW


@pytest.mark.parametrize("moment", [None, NOW + timedelta(seconds=1)])
def test_it_did_not_become_known_tomorrow_or_never(moment: datetime | None) -> None:
    with pytest.raises(RuleBroken):
        rules.aware_at(Aware.OTHER, moment, NOW)


@pytest.mark.parametrize("day", [None, BEFORE, AWARE])
def test_it_happened_before_it_was_known(day: date | None) -> None:
    rules.check_occurred(day, AWARE)


def test_it_did_not_happen_after_it_was_known() -> None:
    with pytest.raises(RuleBroken, match="Det hände efter"):
        rules.check_occurred(TODAY, AWARE)


@pytest.mark.parametrize(
    ("consequence", "probability", "open_", "protected"),
    [
        (1, 1, Level.UNLIKELY, Level.RISK),
        (1, 5, Level.UNLIKELY, Level.RISK),
        (2, 3, Level.UNLIKELY, Level.RISK),
        (2, 4, Level.RISK, Level.HIGH),
        (3, 4, Level.RISK, Level.HIGH),
        (3, 5, Level.HIGH, Level.HIGH),
        (5, 5, Level.HIGH, Level.HIGH),
    ],
)
def test_the_level_of_risk(consequence: int, probability: int, open_: Level, protected: Level) -> None:
    assert rules.level_of(Risk(consequence, probability)) is open_
    assert rules.level_of(Risk(consequence, probability, protected=True)) is protected


def test_the_levels_are_those_that_the_matrix_draws() -> None:
    drawn = {"low": Level.UNLIKELY, "medium": Level.RISK, "high": Level.HIGH}
    for consequence in matrix.SCALE:
        for probability in matrix.SCALE:
            level = rules.level_of(Risk(consequence, probability))
            assert level is drawn[matrix.level_of(consequence, probability)]


@pytest.mark.parametrize(
    ("level", "notify", "inform"),
    [(Level.UNLIKELY, False, False), (Level.RISK, True, False), (Level.HIGH, True, True)],
)
def test_what_the_law_suggests(level: Level, notify: bool, inform: bool) -> None:  # noqa: FBT001 - a truth table
    suggestion = rules.SUGGESTIONS[level]
    assert (suggestion.notify, suggestion.inform) == (notify, inform)


@pytest.mark.parametrize(
    ("people", "fits"),
    [
        (People(Counted.EXACT, 3, 3), True),
        (People(Counted.EXACT, 0, 0), True),
        (People(Counted.EXACT), False),
        (People(Counted.EXACT, 3, 4), False),
        (People(Counted.ESTIMATE, 40, 40), True),
        (People(Counted.INTERVAL, 10, 20), True),
        (People(Counted.INTERVAL, 20, 20), False),
        (People(Counted.INTERVAL, 20, 10), False),
        (People(Counted.INTERVAL, 20, None), False),
        (People(Counted.UNKNOWN), True),
        (People(Counted.UNKNOWN, 3, 3), False),
    ],
)
def test_how_many_people(people: People, fits: bool) -> None:  # noqa: FBT001 - a truth table
    if fits:
        rules.check_people(people)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_people(people)
    assert broken.value.field == "people_least"


@pytest.mark.parametrize(
    ("status", "before", "level", "after"),
    [
        ("received", "", Level.HIGH, "assessed"),
        ("reopened", "high", Level.UNLIKELY, "assessed"),
        ("assessed", "risk", Level.UNLIKELY, "assessed"),
        ("decided", "risk", Level.RISK, "decided"),
        ("decided", "risk", Level.UNLIKELY, "decided"),
        ("decided", "risk", Level.HIGH, "assessed"),
        ("decided", "", Level.UNLIKELY, "assessed"),
        ("following_up", "high", Level.HIGH, "following_up"),
        ("following_up", "unlikely", Level.RISK, "assessed"),
    ],
)
def test_a_risk_that_grew_is_decided_on_anew(status: str, before: str, level: Level, after: str) -> None:
    assert rules.after_assessing(status, before, level) == after


@pytest.mark.parametrize("hour", [NOW, NOW + timedelta(hours=5)])
def test_sent_between_knowing_and_now(hour: datetime) -> None:
    deciding.check_notified(hour, NOW, NOW + timedelta(hours=5))


OPEN = Progress(status="decided", assessed=True, notify="no", inform="no", told=True)
STEPS = [
    (Progress(status="received"), Event.ASSESS),
    (Progress(status="reopened", notify="yes", notified=True), Event.ASSESS),
    (Progress(status="assessed", assessed=True), Event.DECIDE),
    (OPEN, Event.CLOSE),
    (replace(OPEN, told=False), Event.CLOSE),
    (replace(OPEN, notify="yes"), Event.NOTIFY),
    (replace(OPEN, notify="yes", inform="yes"), Event.NOTIFY),
    (replace(OPEN, notify="yes", notified=True, inform="yes"), Event.INFORM),
    (replace(OPEN, notify="yes", notified=True, more_follows=True), Event.SUPPLEMENT),
    (replace(OPEN, notify="yes", notified=True, inform="yes", informed=True), Event.CLOSE),
    (replace(OPEN, status="following_up"), Event.CLOSE),
    (replace(OPEN, status="closed"), None),
    (replace(OPEN, status="not_incident"), None),
]


@pytest.mark.parametrize(("progress", "event"), STEPS)
def test_there_is_one_next_step(progress: Progress, event: Event | None) -> None:
    assert rules.next_event(progress) is event


@pytest.mark.parametrize(
    ("progress", "waits"),
    [
        (Progress(status="received"), True),
        (Progress(status="assessed"), True),
        (Progress(status="assessed", advised=True), False),
        (Progress(status="reopened"), True),
        (Progress(status="decided"), False),
        (Progress(status="closed"), False),
    ],
)
def test_the_officer_is_waited_for_until_it_is_decided(progress: Progress, waits: bool) -> None:  # noqa: FBT001
    assert rules.waits_for_advice(progress) is waits


@pytest.mark.parametrize(
    ("progress", "waits"),
    [
        (Progress(status="received"), True),
        (Progress(status="assessed"), True),
        (Progress(status="decided", notify="yes"), True),
        (Progress(status="decided", notify="yes", notified=True), False),
        (Progress(status="decided", notify="no"), False),
        (Progress(status="assessed", reopened=True), False),
        (Progress(status="decided", notify="yes", reopened=True), True),
        (Progress(status="not_incident"), False),
    ],
)
def test_the_72_hours_matter_until_imy_is_told(progress: Progress, waits: bool) -> None:  # noqa: FBT001
    assert rules.imy_waits(progress) is waits


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"assessed": False}, "bedömning av risken"),
        ({"notify": ""}, "beslut av delegaten"),
        ({"notify": "yes"}, "anmälan till IMY"),
        ({"inform": "yes"}, "information till de berörda"),
        ({"more_follows": True}, "sista kompletteringen till IMY"),
        ({"told": False}, "svar till den som rapporterade"),
    ],
)
def test_closing_names_what_is_missing(missing: dict[str, object], sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        rules.check_closing(replace(OPEN, **missing))  # type: ignore[arg-type]  # one field


def test_nobody_is_told_where_nobody_reported() -> None:
    rules.check_closing(replace(OPEN, told=False, needs_feedback=False))


@pytest.mark.parametrize(
    ("event", "use"),
    [(Event.NOTIFY, False), (Event.SUPPLEMENT, False), (Event.INFORM, False), (Event.RULING, False)],
)
def test_a_step_with_nothing_to_do_is_not_offered(event: Event, use: bool) -> None:  # noqa: FBT001 - a truth table
    assert closing.has_use(event, OPEN) is use
    done = replace(OPEN, notify=Answer.YES, inform=Answer.YES)
    assert closing.has_use(event, done) is (event in {Event.NOTIFY, Event.INFORM})
    sent = replace(done, notified=True, informed=True, more_follows=True)
    assert closing.has_use(event, sent) is (event in {Event.SUPPLEMENT, Event.RULING})


RECEIVED, DECIDED, CLOSED = Status.RECEIVED, Status.DECIDED, Status.CLOSED
WHOLE = Course(AWARE, AWARE, TODAY, AFTER)


@pytest.mark.parametrize(
    ("status", "course"),
    [
        (RECEIVED, Course(AWARE)),
        (DECIDED, Course(AWARE, TODAY)),
        (DECIDED, Course(AWARE, TODAY, TODAY)),
        (CLOSED, Course(AWARE, AWARE, None, AWARE)),
        (CLOSED, WHOLE),
    ],
)
def test_courses_that_can_have_been(status: Status, course: Course) -> None:
    rules.check_course(status, course)


@pytest.mark.parametrize(
    ("status", "course", "code"),
    [
        (RECEIVED, Course(AWARE, TODAY), "state"),
        (DECIDED, Course(AWARE), "state"),
        (DECIDED, WHOLE, "state"),
        (CLOSED, Course(AWARE, TODAY), "state"),
        (Status.REOPENED, Course(AWARE, TODAY), "state"),
        (CLOSED, Course(AWARE, AFTER, None, TODAY), "order"),
        (DECIDED, Course(AWARE, BEFORE), "order"),
        (DECIDED, Course(AWARE, TODAY, BEFORE), "order"),
    ],
)
def test_courses_that_cannot(status: Status, course: Course, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_course(status, course)
    assert broken.value.code == f"privacy_incidents.course.{code}"
