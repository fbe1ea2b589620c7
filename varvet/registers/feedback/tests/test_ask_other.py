"""What is more than feedback: a deviation made of it at once, or a question that others answer."""

from http import HTTPStatus

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import reader_of
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality, Link, Record, Referral
from varvet.registers.feedback import actions
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.tests.factories import LATER, Desk, events, make_answered, make_captured, make_closed
from varvet.registers.feedback.views.shown_next import next_of

DEVIATION = actions.Asked("deviations", "deviation")


def asked(desk: Desk, feedback: Feedback, asked: actions.Asked = DEVIATION) -> Referral:
    return actions.ask_other(feedback=feedback, asked=asked, version=feedback.version, by=desk.cast.alice, now=LATER)


def test_who_handles_deviations_too_gets_one_at_once(desk: Desk) -> None:
    """It remembers where it came from, and the feedback is answered here all the same."""
    feedback = make_captured(desk)
    asked(desk, feedback)
    deviation = Record.objects.get(kind="deviations")
    assert (deviation.unit, deviation.status) == (desk.cast.a, "received")
    assert Link.objects.filter(source=deviation, target_id=feedback.pk).exists()
    assert events(feedback) == ["received", "asked_other", "referral_accepted"]
    assert deviation.reference in text_of(as_(desk.cast.alice).get(f"/synpunkter/{feedback.reference}/"))


def test_what_others_must_answer_holds_the_close(desk: Desk) -> None:
    feedback = make_answered(desk)
    asked(desk, feedback, actions.Asked("provider_reports"))
    assert Referral.objects.get().state == Referral.State.OPEN
    feedback = Feedback.objects.get(pk=feedback.pk)
    with pytest.raises(RuleBroken, match="frågor till andra"):
        actions.close(feedback=feedback, reason="", version=feedback.version, by=desk.cast.alice, now=LATER)


def test_what_shuts_the_manager_out_is_asked_only_where_somebody_may_answer(desk: Desk) -> None:
    feedback = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    page = text_of(as_(desk.cast.eva).get(f"/synpunkter/{feedback.reference}/fraga-andra/"))
    assert "Är det en avvikelse?" not in page
    assert "privat utförare" in page


def test_a_closed_one_asks_nobody_but_may_still_be_lex_sarah(desk: Desk) -> None:
    feedback = make_closed(desk)
    with pytest.raises(RuleBroken, match="inte att fråga andra"):
        asked(desk, feedback)
    shown = next_of(reader_of(desk.cast.alice), feedback)
    assert f"/lex-sarah/prova/{feedback.reference}/" in str(shown["others"])


def test_an_improvement_can_begin_here(desk: Desk) -> None:
    feedback = make_answered(desk)
    browser = as_(desk.cast.alice)
    page = browser.get(f"/synpunkter/{feedback.reference}/").content.decode()
    [address] = [part.split('"')[0] for part in page.split('href="') if f"fran={feedback.reference}" in part[:200]]
    assert browser.get(address, follow=True).status_code == HTTPStatus.OK
