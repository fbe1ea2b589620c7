"""Views of the list: kept by name, one's own unless shared with a unit, and never anything but coded values."""

import pytest
from django.test import Client

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.registry import get_register
from varvet.kernel.search import saved
from varvet.kernel.search.models import SavedView
from varvet.registers.deviations.models import KIND

QUERY = "lage=open&typ=delay"
SAVE = "/vyer/ny/deviations/?urval=lage%3Dopen%26typ%3Ddelay"


def kept(cast: Cast, by: User, name: str = "Min vy", shared_with: Unit | None = None) -> SavedView:
    return saved.save_view(view=saved.NewView(cast.root, KIND, name, QUERY, shared_with), by=by, now=NOW)


def seen_by(user: User) -> list[str]:
    return [view.name for view in saved.list_views(reader_of(user), get_register(KIND))]


@pytest.fixture
def alice(cast: Cast) -> Client:
    return as_(cast.alice)


def test_a_list_is_kept_and_shown_as_a_tab(alice: Client, cast: Cast) -> None:
    response = alice.post(SAVE, {"name": " Försenat i höst "})
    assert response.headers["Location"] == f"/avvikelser/?{QUERY}"
    page = text_of(alice.get(f"/avvikelser/?{QUERY}"))
    assert '<a href="?lage=open&amp;typ=delay" aria-current="page">Försenat i höst</a>' in page
    assert page.count('aria-current="page">Öppna') == 0
    assert '<a href="?lage=open&amp;typ=delay">Försenat i höst</a>' in text_of(alice.get("/avvikelser/"))


def test_keeping_is_noted_without_the_name(cast: Cast) -> None:
    view = kept(cast, cast.alice, "Kalle")
    noted = AuditEvent.objects.get(event="view_saved")
    assert (noted.actor_id, noted.data) == (cast.alice.pk, {"view": view.pk, "register": KIND, "query": QUERY})


def test_ones_own_is_seen_by_nobody_else(cast: Cast) -> None:
    kept(cast, cast.alice)
    everybody = [cast.alice, cast.cecilia, cast.eva, cast.bo, cast.stranger]
    assert [user.name for user in everybody if seen_by(user)] == ["Alice"]


@pytest.mark.parametrize(
    ("unit", "who"),
    [
        ("a", {"Alice", "Eva", "Dag"}),
        ("department", {"Alice", "Cecilia", "Eva", "Dag"}),
        ("b", {"Cecilia", "Eva", "Dag"}),
    ],
)
def test_a_shared_one_is_seen_by_those_who_read_the_units_list(cast: Cast, unit: str, who: set[str]) -> None:
    kept(cast, cast.eva, shared_with=getattr(cast, unit))
    people = [cast.alice, cast.cecilia, cast.eva, cast.dag, cast.bo, cast.gun, cast.stranger]
    assert {user.name for user in people if seen_by(user)} == who


def test_who_may_not_share_is_not_offered_it_and_cannot(alice: Client, cast: Cast) -> None:
    assert "shared_with" not in text_of(alice.get(SAVE))
    alice.post(SAVE, {"name": "Min", "shared_with": str(cast.a.pk)})
    assert SavedView.objects.get().shared_with is None
    with pytest.raises(NotAllowed):
        kept(cast, cast.alice, "Delad", shared_with=cast.a)


def test_it_is_not_shared_with_a_unit_of_another_root(cast: Cast) -> None:
    assert as_(cast.eva).post(SAVE, {"name": "Delad", "shared_with": str(cast.other_unit.pk)}).status_code == 422
    with pytest.raises(NotAllowed):
        kept(cast, cast.eva, shared_with=cast.other_unit)


def test_a_view_shows_only_what_its_reader_may_see(cast: Cast) -> None:
    kept(cast, cast.eva, shared_with=cast.root)
    assert f"?enhet={cast.b.pk}" not in text_of(as_(cast.alice).get("/avvikelser/"))


def test_a_name_is_used_once(alice: Client, cast: Cast) -> None:
    kept(cast, cast.alice, "Höst")
    response = alice.post(SAVE, {"name": "HÖST"})
    assert response.status_code == 422
    assert "Du har redan en vy som heter så." in text_of(response)
    kept(cast, cast.cecilia, "Höst")


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "nul\0"])
def test_a_name_must_be_one(alice: Client, name: str) -> None:
    assert alice.post(SAVE, {"name": name}).status_code == 422
    assert not SavedView.objects.exists()


def test_there_is_an_end_to_how_many(cast: Cast) -> None:
    for number in range(saved.MOST):
        kept(cast, cast.alice, f"Vy {number}")
    with pytest.raises(RuleBroken, match="redan 12 vyer"):
        kept(cast, cast.alice, "En till")


def test_it_is_renamed(alice: Client, cast: Cast) -> None:
    view = kept(cast, cast.alice)
    kept(cast, cast.alice, "Upptagen")
    assert alice.post(f"/vyer/{view.pk}/", {"name": "upptagen"}).status_code == 422
    assert alice.post(f"/vyer/{view.pk}/", {"name": "min VY"}).status_code == 302
    assert SavedView.objects.get(pk=view.pk).name == "min VY"


def test_it_is_taken_away(alice: Client, cast: Cast) -> None:
    view = kept(cast, cast.alice)
    assert view.name in text_of(alice.get("/vyer/"))
    assert alice.get(f"/vyer/{view.pk}/ta-bort/").status_code == 405
    assert "Vyn är borttagen." in text_of(alice.post(f"/vyer/{view.pk}/ta-bort/", follow=True))
    assert not SavedView.objects.exists()
    assert AuditEvent.objects.get(event="view_deleted").data["view"] == view.pk


@pytest.mark.parametrize("name", ["cecilia", "eva", "stranger"])
def test_another_persons_view_is_not_there(cast: Cast, name: str) -> None:
    view, other = kept(cast, cast.dag, shared_with=cast.root), as_(getattr(cast, name))
    assert other.get(f"/vyer/{view.pk}/").status_code == 404
    assert other.post(f"/vyer/{view.pk}/", {"name": "Min"}).status_code == 404
    assert other.post(f"/vyer/{view.pk}/ta-bort/").status_code == 404
    assert SavedView.objects.get().name == "Min vy"


@pytest.mark.parametrize("address", ["/vyer/ny/deviations/", "/vyer/ny/nonsense/"])
def test_a_list_one_does_not_read_cannot_be_kept(cast: Cast, address: str) -> None:
    assert as_(cast.bo).get(address).status_code == 404


def test_a_list_that_there_is_not_cannot_be_kept(alice: Client) -> None:
    assert alice.get("/vyer/ny/nonsense/").status_code == 404
    long = "%26".join(f"namn{n}%3D{'x' * 50}" for n in range(20))
    assert alice.get(f"/vyer/ny/deviations/?urval={long}").status_code == 404


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("lage=open&typ=delay", QUERY),
        ("?lage=open", ""),
        ("lage=open&efter=2026_1&rot=x", "lage=open"),
        ("typ=Kalle Svensson", ""),
        ("typ=<script>", ""),
        ("typ=a&typ=b", "typ=b"),
        ("fran=2026-01-01", "fran=2026-01-01"),
        ("\0=x", ""),
        ("", ""),
    ],
)
def test_only_coded_values_are_kept(written: str, kept: str) -> None:
    assert saved.coded_query(written) == kept


def test_a_hostile_name_is_text(alice: Client, cast: Cast) -> None:
    kept(cast, cast.alice, "<script>alert(1)</script>")
    for address in ("/avvikelser/", "/vyer/"):
        assert "<script>alert" not in text_of(alice.get(address))
