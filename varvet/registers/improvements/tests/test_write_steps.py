"""The steps on the way: written in order, ticked, shown as a ring."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Step
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    Counted,
    counted,
    form_of,
    fresh,
    last_event,
    make,
    make_done,
)

STEPS = [Step(" Skriv rutinen ", done_on=TODAY), Step("Lyft på APT", due_on=TODAY + timedelta(days=7))]


def write(held: Improvement, by: User, steps: list[Step] | None = None) -> Improvement:
    return actions.write_steps(
        improvement=held, steps=STEPS if steps is None else steps, version=held.version, by=by, now=NOW
    )


def told(held: Improvement) -> list[tuple[int, str, bool]]:
    return [(step.number, step.what, step.done_on is not None) for step in held.steps.all()]


def test_they_stand_in_order_and_are_written_anew(cast: Cast) -> None:
    held = write(make(cast), cast.alice)
    assert told(held) == [(1, "Skriv rutinen", True), (2, "Lyft på APT", False)]
    assert told(write(held, cast.alice, [Step("Lyft på APT", who_id=cast.bo.pk)])) == [(1, "Lyft på APT", False)]


def test_audit_and_facts(cast: Cast) -> None:
    held = write(make(cast), cast.alice)
    assert last_event(held) == ("steps_written", cast.alice.pk, 2)
    assert counted(held) == [Counted("decided", DECIDED)]


def test_a_step_without_words_is_refused_and_the_old_ones_stay(cast: Cast) -> None:
    held = write(make(cast), cast.alice)
    with pytest.raises(RuleBroken):
        write(held, cast.alice, [Step(" ")])
    assert len(told(fresh(held.pk))) == 2


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        write(make(cast), getattr(cast, who))


def test_not_when_it_is_in_place(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        write(make_done(cast), cast.alice)


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        write(held, cast.alice)


def test_the_form_ticks_adds_and_removes_and_the_page_shows_a_ring(client: Client, cast: Cast) -> None:
    held = write(make(cast), cast.alice)
    client.force_login(cast.alice)
    address = reverse("improvements:write_steps", args=[held.reference])
    assert "Lyft på APT" in client.get(address).content.decode()
    sent = {"what_1": "", "what_2": "Lyft på APT", "done_2": "on", "what_3": "Följ upp", "who_3": cast.bo.pk}
    assert client.post(address, form_of(held, **sent)).status_code == 302
    assert told(fresh(held.pk)) == [(1, "Lyft på APT", True), (2, "Följ upp", False)]
    page = client.get(reverse("improvements:page", args=[held.reference])).content.decode()
    assert "1 av 2 steg klara" in page


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({}, ["A", "B", "C"]),
        ({"place_3": 1}, ["C", "A", "B"]),
        ({"place_1": 3}, ["B", "C", "A"]),
        ({"place_1": 2, "place_2": 1}, ["B", "A", "C"]),
    ],
)
def test_a_step_changes_place(client: Client, cast: Cast, places: dict[str, int], expected: list[str]) -> None:
    held = write(make(cast), cast.alice, [Step("A"), Step("B"), Step("C")])
    client.force_login(cast.alice)
    sent = {"what_1": "A", "what_2": "B", "what_3": "C", "place_1": 1, "place_2": 2, "place_3": 3, **places}
    address = reverse("improvements:write_steps", args=[held.reference])
    assert client.post(address, form_of(held, **sent)).status_code == 302
    assert [step.what for step in fresh(held.pk).steps.all()] == expected
