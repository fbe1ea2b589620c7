"""The list of private providers: added, corrected and ended by those who may, once each."""

from datetime import date
from typing import Any

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import actions
from varvet.registers.provider_reports.models import Provider
from varvet.registers.provider_reports.tests.factories import PAGES, listed, make_provider, page_of, registered

LIST = f"{PAGES}utforare/"


def test_it_is_listed_in_swedish_order_with_a_row_in_the_trail(cast: Cast) -> None:
    for name in ("Ängens hem", "Åsens hem", "Zenits hem"):
        make_provider(cast, name, organisation_number="")
    assert [one.name for one in Provider.objects.all()] == ["Zenits hem", "Åsens hem", "Ängens hem"]
    event = AuditEvent.objects.filter(event="provider_saved").latest("pk")
    assert (event.kind, event.actor_id, event.unit_id) == ("provider_reports", cast.dag.pk, cast.root.pk)
    assert "hem" not in repr(event.data)


@pytest.mark.parametrize("name", ["alice", "bo", "cecilia", "hugo", "gun", "stranger"])
def test_others_may_not(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.save_provider(root=cast.root, provider=None, content=listed(), by=getattr(cast, name), now=NOW)
    client = as_(getattr(cast, name))
    if name != "stranger":
        assert client.get(LIST).status_code == client.get(f"{LIST}ny/").status_code == 403


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": " "}, "provider.name"),
        ({"organisation_number": "556012-5791"}, "provider.number"),
        ({"organisation_number": "811218-9876"}, "provider.number"),
        ({"last_day": date(2019, 1, 1)}, "provider.last_day"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        make_provider(cast, **{"name": "Solgården", **changes})
    assert broken.value.code == code
    assert not Provider.objects.exists()


def test_the_same_name_twice_is_refused(cast: Cast) -> None:
    make_provider(cast)
    with pytest.raises(RuleBroken) as broken:
        actions.save_provider(root=cast.root, provider=None, content=listed(), by=cast.dag, now=NOW)
    assert broken.value.code == "provider.name.taken"


def test_the_pages_add_and_correct(cast: Cast) -> None:
    client = as_(cast.dag)
    sent = {"name": "Solgården", "organisation_number": "5560125790", "contract": "Ram 1", "first_day": "2026-01-01"}
    shown = text_of(client.post(f"{LIST}ny/", sent, follow=True))
    assert "Utföraren är sparad." in shown
    assert "556012-5790" in shown
    address = f"{LIST}{Provider.objects.get().pk}/"
    assert 'value="Solgården"' in text_of(client.get(address))
    client.post(address, {**sent, "last_day": "2026-02-01"})
    assert Provider.objects.get().last_day == date(2026, 2, 1)
    assert "Har upphört" in text_of(client.get(LIST))
    assert client.post(address, {**sent, "name": ""}).status_code == 422


def test_one_of_another_root_is_not_there(cast: Cast) -> None:
    mine = make_provider(cast)
    stranger = as_(cast.stranger)
    assert stranger.get(f"{LIST}{mine.pk}/").status_code == 404
    assert mine.name not in text_of(stranger.get(LIST))
    with pytest.raises(ValueError, match="one root"):
        actions.save_provider(root=cast.other_root, provider=mine, content=listed(), by=cast.stranger, now=NOW)


def test_one_that_has_ended_stays_on_its_reports(cast: Cast) -> None:
    report, mine = registered(cast), make_provider(cast)
    content = listed(last_day=date(2026, 2, 1))
    actions.save_provider(root=cast.root, provider=mine, content=content, by=cast.dag, now=NOW)
    client = as_(cast.dag)
    assert mine.name in text_of(client.get(page_of(report)))
    assert f'<option value="{mine.pk}" selected>' in text_of(client.get(page_of(report, "komplettera/")))
