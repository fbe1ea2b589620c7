"""Changing many at once: each by itself, whole or not at all, and once however often it is sent."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Change, Status
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    Counted,
    counted,
    fresh,
    last_event,
    make,
    make_done,
    make_planned,
)

DUE = TODAY + timedelta(days=30)


def change(held: list[Improvement], by: User, what: Change, key: str = "") -> list[actions.Outcome]:
    chosen = [actions.Chosen(one, one.version) for one in held]
    return actions.change_many(chosen=chosen, change=what, key=key or new_key(), by=by, now=NOW)


def test_all_that_was_chosen_is_changed_of_each(cast: Cast) -> None:
    held = [make(cast), make(cast)]
    outcomes = change(held, cast.alice, Change(cast.bo.pk, DUE, starts=True))
    assert [outcome.wrong for outcome in outcomes] == [None, None]
    for one in held:
        now = fresh(one.pk)
        assert (now.owner, now.due_on, now.status, now.started_on) == (cast.bo, DUE, Status.ONGOING, TODAY)
        assert last_event(one) == ("changed_with_others", cast.alice.pk, 2)
        assert counted(one) == [Counted("decided", DECIDED)]


def test_one_that_cannot_be_stops_no_other_and_is_not_half_done(cast: Cast) -> None:
    ready, done, judged_by_eva = make(cast), make_done(cast), make_planned(cast)
    outcomes = change([ready, done, judged_by_eva], cast.alice, Change(cast.eva.pk, DUE))
    assert [type(outcome.wrong) for outcome in outcomes] == [type(None), RuleBroken, RuleBroken]
    assert fresh(ready.pk).owner == cast.eva
    unchanged = fresh(judged_by_eva.pk)
    assert (unchanged.owner, unchanged.due_on, unchanged.version) == (cast.alice, judged_by_eva.due_on, 1)


def test_started_ones_are_not_given_a_new_day_when_they_cannot_start(cast: Cast) -> None:
    held = make(cast)
    change([held], cast.alice, Change(starts=True))
    [outcome] = change([fresh(held.pk)], cast.alice, Change(due_on=DUE, starts=True))
    assert isinstance(outcome.wrong, RuleBroken)
    assert fresh(held.pk).due_on == held.due_on


def test_what_somebody_else_has_changed_is_refused(cast: Cast) -> None:
    held = make(cast)
    held.version -= 1
    [outcome] = change([held], cast.alice, Change(due_on=DUE))
    assert isinstance(outcome.wrong, StaleVersion)
    assert fresh(held.pk).due_on == held.due_on


def test_sent_twice_it_is_done_once(cast: Cast) -> None:
    held, key = make(cast), new_key()
    first, second = (change([held], cast.alice, Change(due_on=DUE), key) for _ in range(2))
    assert first == second
    assert fresh(held.pk).version == 2


def test_nothing_chosen_to_change_is_refused(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        change([make(cast)], cast.alice, Change())


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = make(cast)
    with pytest.raises(NotAllowed):
        change([held], getattr(cast, who), Change(due_on=DUE))
    assert fresh(held.pk).version == held.version


def test_the_page_changes_and_says_how_it_went_for_each(client: Client, cast: Cast) -> None:
    first, second = make(cast), make(cast)
    client.force_login(cast.alice)
    address = reverse("improvements:many")
    assert first.what in client.get(address).content.decode()
    change([second], cast.eva, Change(starts=True))
    chosen = [f"{one.reference}:{one.version}" for one in (first, second)]
    answer = client.post(address, {"key": new_key(), "chosen": chosen, "due_on": DUE.isoformat()})
    page = answer.content.decode()
    assert "1 åtgärd är ändrad." in page
    assert "De här gick inte att ändra:" in page
    assert (fresh(first.pk).due_on, fresh(second.pk).due_on) == (DUE, second.due_on)


@pytest.mark.parametrize("chosen", ["ATG-2026-9999:1", "ATG-2026-0001", "ATG-2026-0001:x", ""])
def test_the_page_takes_only_what_it_showed(client: Client, cast: Cast, chosen: str) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    sent = {"key": new_key(), "chosen": [chosen], "due_on": DUE.isoformat()}
    assert client.post(reverse("improvements:many"), sent).status_code == 422
    assert fresh(held.pk).version == held.version


def test_the_page_is_for_those_who_decide(client: Client, cast: Cast) -> None:
    client.force_login(cast.dag)
    assert client.get(reverse("improvements:many")).status_code == 403
