"""Capturing: all staff may, once, and who said it is kept apart."""

from datetime import date, timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Announcement
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback, Narrative, Part
from varvet.registers.feedback.rules import Handled
from varvet.registers.feedback.tests.factories import (
    HARM,
    SECRET,
    SENDER,
    Desk,
    events,
    happenings,
    make_captured,
    make_noted,
)


@pytest.mark.parametrize("sort", list(rules.Sort))
def test_what_was_said_becomes_received_feedback(desk: Desk, sort: rules.Sort) -> None:
    feedback = make_captured(desk, sort)
    assert (feedback.reference, feedback.status, feedback.version) == ("SYN-2026-0001", "received", 1)
    assert (feedback.unit, feedback.opened_by, feedback.sort) == (desk.cast.a, desk.cast.bo, sort)
    kept = {n.part: n.text for n in Narrative.objects.filter(feedback=feedback)}
    assert kept == {Part.WHAT: SECRET, Part.SENDER: SENDER}
    assert events(feedback) == ["received"]
    assert happenings(feedback) == [("received", TODAY)]
    fact = Fact.objects.get(record_id=feedback.pk, happening="received")
    assert (fact.kind, fact.channel, fact.category, fact.category_list) == (sort, "phone", "waiting", "feedback_type")


def test_the_same_key_makes_one_record(desk: Desk) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.VIEW, rules.Channel.LETTER, SECRET)
    first = actions.capture(content=content, key="same", by=desk.cast.bo, now=NOW)
    second = actions.capture(content=content, key="same", by=desk.cast.bo, now=NOW)
    assert first.pk == second.pk
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize("who", ["stranger", "hugo", "gun", "cecilia"])
def test_without_the_permission_there_nothing_is_captured(desk: Desk, who: str) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.VIEW, rules.Channel.LETTER, SECRET)
    with pytest.raises(NotAllowed):
        actions.capture(content=content, key="k", by=getattr(desk.cast, who), now=NOW)
    assert not Feedback.objects.exists()


def test_nothing_said_is_refused(desk: Desk) -> None:
    content = actions.Capture(desk.cast.a, rules.Sort.VIEW, rules.Channel.LETTER, " ")
    with pytest.raises(RuleBroken, match="Skriv vad personen sade"):
        actions.capture(content=content, key="k", by=desk.cast.bo, now=NOW)
    assert not Feedback.objects.exists()


def test_four_taps_are_a_record_when_it_is_settled_there_and_then(desk: Desk) -> None:
    feedback = make_noted(desk, Handled.AT_ONCE)
    assert (feedback.status, feedback.closed_on, feedback.answered_on) == ("closed", TODAY, TODAY)
    assert (feedback.answered_how, feedback.answer_kept, feedback.said_by) == ("at_once", False, "client")
    assert not Narrative.objects.exists()
    assert happenings(feedback) == [("received", TODAY), ("answered", TODAY), ("closed", TODAY)]
    assert not Announcement.objects.exists()


def test_what_is_taken_in_the_persons_own_case_is_counted_with_no_content(desk: Desk) -> None:
    feedback = make_noted(desk, Handled.IN_CASE)
    assert (feedback.status, feedback.handled_in_case, feedback.answered_on) == ("closed", True, None)
    assert [name for name, _ in happenings(feedback)] == ["received", "closed", "settled_in_case"]
    with pytest.raises(RuleBroken, match="Här räknas det bara"):
        make_noted(desk, Handled.IN_CASE, SECRET)


def test_without_words_it_must_be_about_something(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="Välj vad det handlar om"):
        make_noted(desk, Handled.AT_ONCE, category="")
    assert make_noted(desk, Handled.AT_ONCE, "Allt är löst.", category="").status == "closed"


def test_what_may_be_harm_stays_open_however_it_was_handled(desk: Desk) -> None:
    """Somebody must weigh it as lex Sarah first, and is told of it."""
    feedback = make_noted(desk, Handled.AT_ONCE, HARM)
    assert (feedback.status, feedback.settled_at_once, feedback.answered_on) == ("received", True, None)
    assert Announcement.objects.get().permission == "feedback.answer"


def test_whoever_answers_is_told_and_how_to_reach_them_is_kept_only_for_that(desk: Desk) -> None:
    make_noted(desk, Handled.LATER, SECRET, sender=SENDER)
    assert Announcement.objects.count() == 1
    make_noted(desk, Handled.AT_ONCE, "Allt är löst.", sender=SENDER)
    assert Narrative.objects.filter(part=Part.SENDER).count() == 1


def test_from_paper_the_day_it_was_written_is_kept(desk: Desk) -> None:
    """The time to answer runs from that day, and the number is of its year."""
    said_on = date(2025, 12, 30)
    feedback = make_noted(desk, Handled.LATER, SECRET, channel=rules.Channel.PAPER, said_on=said_on)
    assert (feedback.reference, feedback.occurred_day) == ("SYN-2025-0001", said_on)
    due = date(2026, 1, 16)  # eves and holidays between
    assert (day_of(feedback.received_at), feedback.answer_due_on) == (said_on, due)


@pytest.mark.parametrize("wrong", [TODAY + timedelta(days=1), TODAY - timedelta(days=367)])
def test_a_day_that_cannot_be_is_refused(desk: Desk, wrong: date) -> None:
    with pytest.raises(RuleBroken) as error:
        make_noted(desk, Handled.LATER, SECRET, said_on=wrong)
    assert error.value.field == "said_on"


def test_a_type_that_is_not_in_the_list_is_refused(desk: Desk) -> None:
    with pytest.raises(RuleBroken, match="finns inte i listan"):
        make_noted(desk, Handled.AT_ONCE, category="unheard-of")
    assert not Feedback.objects.exists()
