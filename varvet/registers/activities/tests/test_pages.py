"""The pages: the wheel as picture and list, an activity, its steps; who reads them, and what each refuses."""

import re
from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.registers.activities import actions
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.rules import Repeat, Rule
from varvet.registers.activities.tests.factories import MONTHLY, YEARLY, add, change, done, first_of, planned

STEPS = ("gjord", "blev-inte-av", "flytta", "stall-in", "ansvarig")
FORM = {
    "name": "Rutinerna ses över",
    "sort": "review",
    "makes": "note",
    "repeat": "year",
    "month": "10",
    "day": "31",
    "on": "",
    "days_ahead": "20",
    "responsible": "",
    "first_day": "2026-01-01",
    "last_day": "",
}


def text(cast: Cast, address: str, person: str = "alice") -> str:
    return as_(getattr(cast, person)).get(address).content.decode()


def test_the_wheel_is_a_picture_and_a_list_of_the_same(cast: Cast) -> None:
    row = done(cast)
    add(cast, replace(YEARLY, days_ahead=40))
    page = text(cast, "/arshjul/?visa=aret&ar=2026")
    count = Occasion.objects.count()
    drawing = page[page.index('<svg class="ch wh"') :].partition("</svg>")[0]
    names = re.findall(r'<a href="/arshjul/ARH-2026-\d{4}/" aria-label="([^"]+)"', drawing)
    assert len(names) == len(re.findall('class="wheel-line"', page)) == count
    assert re.match(rf"{MONTHLY.name}, Mottagning A, 20 mars.*: gjord 16.mars", names[0])
    assert drawing.count('class="wh-done"') == 1
    assert f"1 av {count} gjorda" in page
    assert f"/arshjul/{row.reference}/" in page
    assert "style=" not in drawing


def test_what_is_above_a_unit_is_read_in_it_and_what_is_beside_is_not(cast: Cast) -> None:
    add(cast, replace(MONTHLY, name="För alla"), cast.root, cast.eva)
    add(cast, replace(MONTHLY, name="Hos A"))
    add(cast, replace(MONTHLY, name="Hos B"), cast.b, cast.cecilia)
    page = text(cast, "/arshjul/?ar=2026&visa=aret", "bo")
    assert ("För alla" in page, "Hos A" in page, "Hos B" in page) == (True, True, False)
    page = text(cast, f"/arshjul/?ar=2026&visa=aret&enhet={cast.b.pk}", "eva")
    assert ("För alla" in page, "Hos A" in page, "Hos B" in page) == (True, False, True)


@pytest.mark.parametrize("query", ["ar=x", "ar=99999999999", "enhet=9999999", "enhet=x", "mina=1", "visa=y", "ar=1500"])
def test_strange_addresses_show_a_wheel(cast: Cast, query: str) -> None:
    add(cast)
    assert as_(cast.alice).get(f"/arshjul/?{query}").status_code == 200


def test_an_empty_wheel_offers_the_shipped_one_to_those_who_may_take_it(cast: Cast) -> None:
    assert "Ta över det färdiga hjulet" not in text(cast, "/arshjul/")
    assert "Ta över det färdiga hjulet" in text(cast, "/arshjul/", "eva")
    assert as_(cast.alice).post("/arshjul/aktiviteter/fardiga/").status_code == 403
    assert as_(cast.eva).post("/arshjul/aktiviteter/fardiga/").status_code == 302
    assert Activity.objects.filter(root=cast.root, unit=cast.root).count() >= 14
    assert "Ta över" not in text(cast, "/arshjul/", "eva")


def test_an_activity_is_added_and_changed_on_its_pages(cast: Cast) -> None:
    client = as_(cast.alice)
    assert client.get("/arshjul/aktiviteter/ny/").status_code == 200
    answer = client.post("/arshjul/aktiviteter/ny/", {**FORM, "version": "0", "key": "k" * 30, "unit": cast.a.pk})
    made = Activity.objects.get()
    assert answer["Location"] == f"/arshjul/aktiviteter/{made.pk}/"
    assert (made.rule, made.days_ahead) == (Rule(Repeat.YEAR, 10, 31), 20)
    assert "Varje år, senast sista oktober" in client.get(answer["Location"]).content.decode()
    sent = {
        **FORM,
        "version": "1",
        "key": made.key,
        "repeat": "month",
        "day": "5",
        "responsible": f"person:{cast.bo.pk}",
    }
    assert client.post(f"/arshjul/aktiviteter/{made.pk}/andra/", sent).status_code == 302
    made = Activity.objects.get()
    assert (made.rule, made.responsible) == (Rule(Repeat.MONTH, 1, 5), cast.bo)
    assert "Rutinerna ses över" in client.get("/arshjul/aktiviteter/").content.decode()


def test_who_saves_second_sees_the_difference(cast: Cast) -> None:
    activity = add(cast)
    change(activity, replace(MONTHLY, name="Evas namn"), cast.eva)
    sent = {**FORM, "name": "Alices namn", "version": "1", "key": activity.key}
    answer = as_(cast.alice).post(f"/arshjul/aktiviteter/{activity.pk}/andra/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Det här hände medan du skrev" in page
    assert re.search(r"Alices namn</td>\s*<td[^>]*>Evas namn", page)
    assert 'name="version" value="2"' in page
    assert Activity.objects.get(pk=activity.pk).name == "Evas namn"


def test_what_is_wrong_is_said_and_what_was_written_stays(cast: Cast) -> None:
    sent = {**FORM, "version": "0", "key": "k" * 30, "unit": cast.a.pk, "repeat": "quarter", "month": "7"}
    answer = as_(cast.alice).post("/arshjul/aktiviteter/ny/", sent)
    assert answer.status_code == 422
    assert "Perioden har 3 månader." in answer.content.decode()
    assert "Rutinerna ses över" in answer.content.decode()


def test_an_occasion_goes_from_page_to_page(cast: Cast) -> None:
    client = as_(cast.alice)
    rows = list(Occasion.objects.filter(activity=add(cast)).order_by("due_on"))
    said = (
        ("gjord", {"done_on": "2026-01-02", "made": "", "words": "Klart."}),
        ("blev-inte-av", {"reason": "Sjukdom."}),
        ("stall-in", {"reason": "Utbildning."}),
        ("flytta", {"to": "2099-06-15", "reason": "Senare."}),
        ("ansvarig", {"responsible": str(cast.bo.pk)}),
    )
    for row, (step, values) in zip(rows, said, strict=False):
        address = f"/arshjul/{row.reference}/{step}/"
        assert client.get(address).status_code == 200
        assert client.post(address, {**values, "version": "1"}).status_code == 302, step
        assert client.get(f"/arshjul/{row.reference}/").status_code == 200
    found = [Occasion.objects.get(pk=row.pk) for row in rows[:5]]
    assert [row.status for row in found] == ["done", "not_done", "cancelled", "planned", "planned"]
    assert (found[3].due_on, found[4].responsible) == (date(2099, 6, 15), cast.bo)
    assert "Klart." in client.get(f"/arshjul/{rows[0].reference}/").content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_for_those_who_handle(cast: Cast, step: str) -> None:
    address = f"/arshjul/{planned(cast).reference}/{step}/"
    assert as_(cast.bo).get(address).status_code == 403
    assert as_(cast.cecilia).get(address).status_code == 404
    assert as_(cast.stranger).post(address, {"version": "1"}).status_code == 404
    assert as_(cast.hugo).get(address).status_code == 404


def test_strangers_and_those_without_a_role_read_nothing(cast: Cast) -> None:
    row = planned(cast)
    for person, status in ((cast.stranger, 404), (cast.cecilia, 404), (cast.hugo, 404), (cast.bo, 200)):
        assert as_(person).get(f"/arshjul/{row.reference}/").status_code == status
    assert as_(cast.hugo).get("/arshjul/").status_code == 403
    assert as_(cast.cecilia).get(f"/arshjul/aktiviteter/{row.activity_id}/").status_code == 404
    assert as_(cast.bo).get(f"/arshjul/aktiviteter/{row.activity_id}/andra/").status_code == 403


def test_a_note_from_above_is_not_read_below(cast: Cast) -> None:
    row = first_of(add(cast, unit=cast.root, by=cast.eva))
    outcome = actions.Outcome(TODAY, words="Bara för hela förvaltningen")
    actions.mark_done(occasion=row, outcome=outcome, version=1, by=cast.eva, now=NOW)
    assert "Bara för hela" in text(cast, f"/arshjul/{row.reference}/", "eva")
    assert "Bara för hela" not in text(cast, f"/arshjul/{row.reference}/")


def test_what_the_state_refuses_is_said(cast: Cast) -> None:
    answer = as_(cast.alice).get(f"/arshjul/{done(cast).reference}/flytta/")
    assert answer.status_code == 409
    assert "läge är: gjord" in answer.content.decode()
