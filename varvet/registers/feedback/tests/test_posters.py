"""A unit's poster leads to the public form with the unit chosen."""

from django.test import Client

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.feedback.tests.visitor import Visitor


def test_a_poster_leads_to_the_form_of_its_unit(cast: Cast) -> None:
    bo = as_(cast.bo)
    assert f"/synpunkter/affischer/{cast.a.pk}/" in text_of(bo.get("/synpunkter/affischer/"))
    page = text_of(bo.get(f"/synpunkter/affischer/{cast.a.pk}/"))
    assert "http://testserver/tyck-till/exempelby/?enhet=mottagning-a" in page
    assert "data:image/svg+xml" in page
    visitor = Visitor().open("?enhet=mottagning-a").press("text", sort="view")
    assert visitor.fields["unit"] == str(cast.a.pk)


def test_a_poster_of_the_whole_root_names_no_unit(cast: Cast) -> None:
    page = text_of(as_(cast.eva).get(f"/synpunkter/affischer/{cast.root.pk}/"))
    assert "/tyck-till/exempelby/<" in page


def test_strangers_find_none_and_wrong_roles_are_refused(cast: Cast) -> None:
    address = f"/synpunkter/affischer/{cast.a.pk}/"
    assert as_(cast.stranger).get(address).status_code == 404
    assert as_(cast.cecilia).get(address).status_code == 404
    assert as_(cast.gun).get(address).status_code == 403
    assert Client().get(address).status_code == 302
