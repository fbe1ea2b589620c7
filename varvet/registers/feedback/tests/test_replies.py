"""Replies: shipped, made the root's own, offered by state and type, and put in with and without a script."""

from http import HTTPStatus

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import TODAY
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.feedback import actions
from varvet.registers.feedback.models import ReplyTemplate
from varvet.registers.feedback.queries.replies import list_replies
from varvet.registers.feedback.rules import replies
from varvet.registers.feedback.rules.replies import SHIPPED, Reply
from varvet.registers.feedback.tests.factories import SECRET, Desk, make_captured

NEW = actions.Edited()
OWN = Reply("Om väntan", "Ditt ärende [ärendenummer] kom in till [enhet].", "received", "waiting")


def saved(desk: Desk, reply: Reply = OWN, edited: actions.Edited = NEW) -> ReplyTemplate:
    return actions.save_reply(root=desk.cast.root, reply=reply, edited=edited, by=desk.cast.eva, today=TODAY)


def test_every_shipped_reply_may_be_kept() -> None:
    for reply in SHIPPED:
        replies.check_reply(reply)


def test_the_most_particular_come_first_and_others_are_left_out() -> None:
    always, of_state, of_type = Reply("A", "a"), Reply("B", "b", "received"), Reply("C", "c", "", "waiting")
    found = replies.offered([always, of_state, of_type, Reply("D", "d", "reopened")], "received", {"waiting"})
    assert [reply.title for reply in found] == ["C", "B", "A"]
    assert of_type not in replies.offered([of_type], "received", {"treatment"})


def test_what_stands_in_a_value_is_never_exchanged_again() -> None:
    text = replies.filled("[enhet] och [annat]", {"[enhet]": "[svar senast]", "[svar senast]": "i morgon"})
    assert text == "[svar senast] och [annat]"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Reply("", "Text"), "title"),
        (Reply("x" * 81, "Text"), "title"),
        (Reply("Namn", " "), "text"),
        (Reply("Namn", "x" * 2001), "text"),
        (Reply("Namn", "Hej [personnummer]"), "text"),
    ],
)
def test_what_a_reply_may_not_be(wrong: Reply, field: str) -> None:
    with pytest.raises(RuleBroken) as error:
        replies.check_reply(wrong)
    assert error.value.field == field


def test_the_first_edit_makes_the_shipped_ones_the_roots_own(desk: Desk) -> None:
    made = saved(desk)
    assert len(list_replies(desk.cast.root)) == len(SHIPPED) + 1
    with pytest.raises(RuleBroken, match="redan en mall"):
        saved(desk)
    actions.retire_reply(reply=made, by=desk.cast.eva, today=TODAY)
    assert OWN not in list_replies(desk.cast.root)
    assert saved(desk).pk != made.pk


def test_of_two_who_edit_the_second_sees_what_the_first_saved(desk: Desk) -> None:
    made = saved(desk)
    saved(desk, Reply("Om väntan", "Ny lydelse."), actions.Edited(made.pk, 1))
    with pytest.raises(StaleVersion):
        saved(desk, Reply("Om väntan", "Min lydelse."), actions.Edited(made.pk, 1))
    sent = {"title": "Om väntan", "text": "Min lydelse.", "status": "", "category": "", "version": 1}
    response = as_(desk.cast.eva).post(f"/synpunkter/svarsmallar/{made.pk}/", sent)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ny lydelse." in text_of(response)


def test_a_reply_is_put_in_by_the_server_after_what_was_typed(desk: Desk) -> None:
    saved(desk)
    feedback = make_captured(desk)
    address = f"/synpunkter/{feedback.reference}/svara/"
    sent = {"version": 1, "text": "Hej.", "satt_in": "1", "mall": "0"}
    page = as_(desk.cast.alice).post(address, sent).content.decode()
    assert f"Hej.\n\nDitt ärende {feedback.reference} kom in till Mottagning A." in page
    assert SECRET not in page.split("<textarea")[1].split("</textarea>")[0]
    assert as_(desk.cast.alice).post(address, sent | {"mall": "99"}).status_code == HTTPStatus.OK


@pytest.mark.parametrize("who", ["alice", "bo", "dag", "stranger"])
def test_replies_are_the_coordinators(desk: Desk, who: str) -> None:
    made, person = saved(desk), getattr(desk.cast, who)
    with pytest.raises(NotAllowed):
        actions.save_reply(root=desk.cast.root, reply=OWN, edited=actions.Edited(), by=person, today=TODAY)
    with pytest.raises(NotAllowed):
        actions.retire_reply(reply=made, by=person, today=TODAY)
    refused = HTTPStatus.NOT_FOUND if who == "stranger" else HTTPStatus.FORBIDDEN
    assert as_(person).get(f"/synpunkter/svarsmallar/{made.pk}/").status_code == refused
