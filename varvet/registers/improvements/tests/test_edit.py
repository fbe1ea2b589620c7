"""Changing what was decided."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, Cast
from varvet.kernel.notifications.models import Notification
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.improvements import actions
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.tests.factories import (
    DECIDED,
    Counted,
    counted,
    form_of,
    fresh,
    last_event,
    make,
    make_done,
    make_planned,
)

DUE = TODAY + timedelta(days=40)


def edit(held: Improvement, by: User, owner: User | None = None) -> Improvement:
    content = actions.Content("Ny checklista", ("H", "E"), "routine", DUE, owner)
    return actions.edit(improvement=held, content=content, version=held.version, by=by, now=NOW)


def test_it_is_what_was_written_and_counted_on_its_new_area(cast: Cast) -> None:
    held = fresh(edit(make(cast), cast.alice, cast.bo).pk)
    assert (held.what, held.cause, held.due_on, held.owner) == ("Ny checklista", "routine", DUE, cast.bo)
    assert [(a.quality_area, a.primary) for a in held.areas.all()] == [("H", True), ("E", False)]
    assert counted(held) == [Counted("decided", DECIDED, quality_area="H")]


def test_audit_and_whoever_gets_it_is_told(cast: Cast) -> None:
    held = edit(make(cast), cast.alice, cast.eva)
    assert last_event(held) == ("edited", cast.alice.pk, 2)
    assert Notification.objects.get(record_id=held.pk).receiver == cast.eva


def test_nobody_is_told_when_the_owner_is_the_same(cast: Cast) -> None:
    edit(make_planned(cast), cast.eva, cast.alice)
    assert not Notification.objects.filter(receiver=cast.alice).exists()


def test_the_judge_does_not_become_the_owner(cast: Cast) -> None:
    held = make_planned(cast)
    with pytest.raises(RuleBroken) as raised:
        edit(held, cast.alice, cast.eva)
    assert raised.value.field == "owner"
    assert fresh(held.pk).owner == cast.alice


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = make(cast)
    with pytest.raises(NotAllowed):
        edit(held, getattr(cast, who))
    assert fresh(held.pk).version == held.version


def test_not_when_it_is_in_place(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        edit(make_done(cast), cast.alice)


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        edit(held, cast.alice)


def test_the_second_is_shown_what_the_first_changed_and_nothing_is_overwritten(client: Client, cast: Cast) -> None:
    choose(cast.root, "quality_areas", {"A": "Rättssäkerhet", "H": "Samverkan"}, first_day=LONG_AGO)
    held = make(cast)
    mine = form_of(held, what="Min ändring", area="A", due_on="2026-05-01")
    edit(held, cast.eva)
    client.force_login(cast.alice)
    answer = client.post(reverse("improvements:edit", args=[held.reference]), mine)
    page = answer.content.decode()
    assert answer.status_code == 422
    for said in ("Det här hände medan du skrev", "Åtgärden ändrades.", "Eva", "Ny checklista", "Min ändring"):
        assert said in page
    assert fresh(held.pk).what == "Ny checklista"
    again = {**mine, "version": fresh(held.pk).version}
    assert client.post(reverse("improvements:edit", args=[held.reference]), again).status_code == 302
    assert fresh(held.pk).what == "Min ändring"
