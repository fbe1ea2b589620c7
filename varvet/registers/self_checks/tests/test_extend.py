"""A performed round that was too small is gone on with: what was reviewed stays, and the result is counted anew."""

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Draw, Frame, Round
from varvet.registers.self_checks.rules import Figures, SplitRow, Status
from varvet.registers.self_checks.tests.factories import Counted, counted, form_of, fresh, last_event, led_to
from varvet.registers.self_checks.tests.frames import codes, draw, drawn, with_frame

RESULT = actions.Result(Figures(census=False, population=40, sample=6, fulfilled=4), (SplitRow("sex", "girls", 6, 4),))


def too_small(cast: Cast) -> Round:
    """Six drawn of forty, and performed."""
    held = drawn(cast, 6, with_frame(cast, traits=()))
    return actions.record_result(round_=held, result=RESULT, version=held.version, by=cast.alice, now=NOW)


def test_what_was_drawn_stays_and_the_round_is_open_again(cast: Cast) -> None:
    held = too_small(cast)
    before, seed = codes(held), Frame.objects.get(round=held).seed
    draw(held, cast, 20)
    held = fresh(held.pk)
    assert (held.status, held.performed_on, held.closed_at, held.sample) == (Status.ONGOING, None, None, None)
    assert (held.population, held.splits.count()) == (40, 0)
    assert codes(held)[:6] == before
    assert [(made.frame.seed, made.wanted) for made in Draw.objects.all()] == [(seed, 6), (seed, 20)]


def test_the_result_is_no_longer_counted_until_it_is_there_again(cast: Cast) -> None:
    held = too_small(cast)
    draw(held, cast, 20)
    held = fresh(held.pk)
    assert counted(held) == [Counted("planned", outcome="")]
    assert led_to(held) == {}
    more = actions.Result(Figures(census=False, population=40, sample=20, fulfilled=15))
    actions.record_result(round_=held, result=more, version=held.version, by=cast.alice, now=NOW)
    assert Counted("performed", 15, 20) in counted(held)


def test_the_trail_keeps_the_figures_that_were(cast: Cast) -> None:
    held = too_small(cast)
    draw(held, cast, 20)
    assert last_event(held)[:2] == ("extended", cast.alice.pk)
    data = AuditEvent.objects.filter(record_id=held.pk, event="extended").get().data
    assert data == {"frame": 1, "draw": 2, "drawn": 14, "sample_before": 6, "fulfilled_before": 4}


def test_not_when_something_has_followed(cast: Cast) -> None:
    held = too_small(cast)
    held = actions.note_raised(round_=held, day=TODAY, version=held.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken) as broken:
        draw(held, cast, 20)
    assert broken.value.code == "self_check.extend.decided"
    assert fresh(held.pk).sample == 6


def test_not_without_a_draw_and_not_when_it_was_left(cast: Cast) -> None:
    held = with_frame(cast)
    held = actions.record_result(round_=held, result=RESULT, version=held.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken) as broken:
        draw(held, cast, 20)
    assert broken.value.code == "self_check.draw.state"
    left = drawn(cast)
    left = actions.mark_not_done(round_=left, reason="Tid saknades.", version=left.version, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        draw(left, cast, 20)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = too_small(cast)
    with pytest.raises(NotAllowed):
        actions.draw(round_=held, wanted=actions.Wanted(1, 20), version=held.version, by=getattr(cast, who), now=NOW)


def test_from_the_readiness_list_to_more_cases(client: Client, cast: Cast) -> None:
    held = too_small(cast)
    address = reverse("self_checks:draw", args=[held.reference, 1])
    client.force_login(cast.alice)
    for page in (reverse("self_checks:readiness"), reverse("self_checks:page", args=[held.reference])):
        assert address in client.get(page).content.decode()
    assert "Öppna igen och dra fler" in client.get(address).content.decode()
    assert client.post(address, form_of(held, wanted=16)).status_code == 302
    assert len(codes(fresh(held.pk))) == 16


def test_once_decided_the_way_is_a_new_plan(client: Client, cast: Cast) -> None:
    held = too_small(cast)
    held = actions.note_raised(round_=held, day=TODAY, version=held.version, by=cast.alice, now=NOW)
    client.force_login(cast.alice)
    page = client.get(reverse("self_checks:readiness")).content.decode()
    assert reverse("self_checks:draw", args=[held.reference, 1]) not in page
    assert f"?fraga=a-1-1&amp;enhet={cast.a.pk}" in page
