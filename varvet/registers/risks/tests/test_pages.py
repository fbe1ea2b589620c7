"""The list with its matrix, a risk's page, and each step: what they offer, what they refuse, and where they lead."""

import pytest

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.once import new_key
from varvet.registers.risks import actions
from varvet.registers.risks.models import Risk
from varvet.registers.risks.rules import Score
from varvet.registers.risks.tests.factories import (
    NAME,
    SECRET,
    accepted,
    assessed,
    by,
    closed,
    content,
    identified,
    treated,
)

LIST = "/risker/"
STEPS = ("bedom", "efter-atgard", "genomgang", "intraffade", "beskriv", "ansvarig", "avsluta")


def address(risk: Risk, step: str = "") -> str:
    return f"{LIST}{risk.reference}/{step}"


def test_a_risk_is_handled_from_page_to_page(cast: Cast) -> None:
    client = as_(cast.eva)
    sent = {"key": new_key(), "unit": str(cast.a.pk), "name": NAME, "occasion": "yearly", "causes": SECRET}
    assert client.get(f"{LIST}ny/", follow=True).status_code == 200
    assert client.post(f"{LIST}ny/", sent)["Location"] == f"{LIST}RIS-2026-0001/"
    risk = Risk.objects.get()
    told = {"name": "Posten blir liggande", "occasion": "change", "causes": SECRET}
    steps = {
        "bedom": {"score": "4-4", "review_on": "", "words": ""},
        "efter-atgard": {"score": "4-2", "review_on": "", "words": "Två läser posten."},
        "beskriv": told,
        "genomgang": {"words": "Som förut.", "review_on": ""},
        "ansvarig": {"owner": str(cast.alice.pk)},
        "acceptera": {"until": "", "reason": "Det räcker."},
        "avsluta": {"reason": "Finns inte längre."},
        "ateroppna": {"reason": "Finns igen."},
    }
    for step, values in steps.items():
        risk = Risk.objects.get(pk=risk.pk)
        form = client.get(address(risk, f"{step}/")).context["form"]
        days = {name: form.initial[name] for name in ("review_on", "until") if name in form.initial}
        answer = client.post(address(risk, f"{step}/"), values | days | {"version": str(risk.version)})
        assert answer.status_code == 302, (step, answer.context["form"].errors)
    risk = Risk.objects.get(pk=risk.pk)
    assert (risk.status, risk.name, risk.owner) == ("identified", "Posten blir liggande", cast.alice)


def test_the_second_of_two_sees_the_difference(cast: Cast) -> None:
    risk = identified(cast)
    sent = {"name": "Mitt namn", "occasion": "yearly", "causes": "Min orsak.", "version": str(risk.version)}
    actions.describe(by(risk, cast.alice), content("Hennes namn"))
    answer = as_(cast.eva).post(address(risk, "beskriv/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Mitt namn", "Hennes namn", "Min orsak.", SECRET, "Alice", "Beskrivningen ändrades."):
        assert words in page
    assert Risk.objects.get(pk=risk.pk).name == "Hennes namn"
    assert as_(cast.eva).post(address(risk, "beskriv/"), sent | {"version": "2"}).status_code == 302


def test_words_about_a_person_are_asked_about_once(cast: Cast) -> None:
    client = as_(cast.alice)
    sent = {"key": new_key(), "unit": str(cast.a.pk), "name": NAME, "occasion": "yearly", "causes": "Erik Ek glömde."}
    answer = client.post(f"{LIST}ny/", sent)
    assert "Det kan stå något om en person i texten." in answer.content.decode()
    assert not Risk.objects.exists()
    assert client.post(f"{LIST}ny/", sent | {"anyway": "1"}).status_code == 302


def test_the_list_begins_with_the_highest_and_the_matrix_narrows_it(cast: Cast) -> None:
    low, high = assessed(cast, Score(1, 2), "Den låga"), treated(cast, Score(5, 5), Score(4, 4), "Den höga")
    client = as_(cast.alice)
    page = client.get(LIST)
    assert [row.reference for row in page.context["rows"]] == [high.reference, low.reference]
    assert "Konsekvens 4, sannolikhet 4, hög risk: 1 risk" in page.content.decode()
    [row] = client.get(f"{LIST}?ruta=4-4").context["rows"]
    assert (row.reference, row.before, row.after) == (high.reference, 25, 16)
    assert client.get(f"{LIST}?ruta=5-5").context["rows"] == []
    assert len(client.get(f"{LIST}?ruta=5-5&skede=before").context["rows"]) == 1
    assert [row.name for row in client.get(f"{LIST}?niva=low").context["rows"]] == ["Den låga"]
    assert client.get(f"{LIST}?ruta=9-9&sida=x&niva=y&skede=z").status_code == 200


def test_many_risks_are_counted_in_the_cells(cast: Cast) -> None:
    for number in range(13):
        assessed(cast, Score(3, 3), f"Risk {number}")
    page = as_(cast.alice).get(LIST)
    picture = page.context["picture"]
    assert (picture.rings, [cell.count for cell in picture.cells if cell.count]) == ((), [13])
    assert "13 risker är bedömda. 0 är höga." in page.content.decode()


def test_lists_hold_no_texts_and_readings_are_noted(cast: Cast) -> None:
    risk = treated(cast)
    assert SECRET not in as_(cast.alice).get(LIST).content.decode()
    assert not ReadEvent.objects.filter(record_id=risk.pk).exists()
    page = as_(cast.dag).get(address(risk)).content.decode()
    assert SECRET in page
    assert "Så har den bedömts" in page
    assert ReadEvent.objects.filter(record_id=risk.pk).count() == 1


def test_an_acceptance_that_has_run_out_asks_again(cast: Cast) -> None:
    risk = accepted(cast)
    Risk.objects.filter(pk=risk.pk).update(accepted_on="2020-01-01", accepted_until="2020-06-01")
    page = as_(cast.eva).get(address(risk))
    assert "Ta ställning på nytt." in page.content.decode()
    assert page.context["first"].href == address(risk, "acceptera/")


def test_only_a_record_one_may_open_can_be_what_came_true(cast: Cast) -> None:
    risk = assessed(cast)
    sent = {"version": str(risk.version), "reference": "AVV-2026-0099", "words": ""}
    answer = as_(cast.alice).post(address(risk, "intraffade/"), sent)
    assert answer.status_code == 422
    assert "Du kan inte öppna något ärende med det numret." in answer.content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_for_those_who_edit(cast: Cast, step: str) -> None:
    risk = assessed(cast)
    assert as_(cast.dag).get(address(risk, f"{step}/")).status_code == 403
    for outsider in (cast.cecilia, cast.stranger, cast.bo, cast.hugo):
        assert as_(outsider).post(address(risk, f"{step}/"), {"version": "1"}).status_code == 404


def test_accepting_is_for_those_who_may(cast: Cast) -> None:
    assert as_(cast.alice).get(address(assessed(cast), "acceptera/")).status_code == 403


def test_what_the_state_refuses_is_said(cast: Cast) -> None:
    answer = as_(cast.alice).get(address(closed(cast), "bedom/"))
    assert answer.status_code == 409
    assert "läge är: avslutad" in answer.content.decode()


def test_strangers_find_nothing(cast: Cast) -> None:
    risk = treated(cast)
    for outsider in (cast.cecilia, cast.stranger, cast.hugo, cast.gun, cast.bo):
        assert as_(outsider).get(address(risk)).status_code == 404
    assert as_(cast.bo).get(LIST).status_code == 403
