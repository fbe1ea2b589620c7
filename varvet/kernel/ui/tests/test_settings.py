"""The pages of settings and lists: seen, changed in two steps, and the second of two people shown the difference."""

from datetime import timedelta

import pytest
from django.utils import timezone

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import SettingChange
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.organisation.shipped_lists import choices_on

PAGE, CHANGE = "/installningar/addressee/", "/installningar/addressee/andra/"
LIST = "/installningar/lista/deviation_type/"


def sent(**changes: str) -> dict[str, str]:
    today = timezone.localdate().isoformat()
    return {"version": "0", "value": "Socialnämnden", "first_day": today, "reason": "Nytt namn.", **changes}


def rows(*names: str, codes: tuple[str, ...] = ("treatment", "delay", "documentation")) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, name in enumerate(names):
        found |= {f"label_{number}": name, f"place_{number}": str(number + 1), f"english_{number}": ""}
        found[f"code_{number}"] = codes[number] if number < len(codes) else ""
    return found


def test_the_overview_says_how_everything_stands(cast: Cast) -> None:
    page = text_of(as_(cast.eva).get("/installningar/"))
    for said in ("Nämnden", "Inget valt", "Kvalitetsåret börjar i", "januari", "Typer av avvikelser", "3 rader"):
        assert said in page
    assert "Delegation i lex Sarah" not in page  # is another role's
    assert "Ingen får besluta än" in text_of(as_(cast.hugo).get("/installningar/"))


@pytest.mark.parametrize("address", ["/installningar/", PAGE, CHANGE, LIST, f"{LIST}andra/"])
def test_only_for_who_may_choose_for_the_whole_root(cast: Cast, address: str) -> None:
    assert as_(cast.eva).get(address).status_code == 200
    for person in (cast.alice, cast.bo, cast.dag):
        assert as_(person).get(address).status_code == 403


@pytest.mark.parametrize("address", ["/installningar/nothing/", "/installningar/lista/nothing/andra/"])
def test_what_nobody_declared_is_not_found(cast: Cast, address: str) -> None:
    assert as_(cast.eva).get(address).status_code == 404


def test_a_change_is_shown_before_it_is_saved(cast: Cast) -> None:
    client = as_(cast.eva)
    page = text_of(client.post(CHANGE, sent()))
    assert "Stämmer det här?" in page
    assert "Socialnämnden" in page
    assert not SettingChange.objects.exists()
    again = text_of(client.post(CHANGE, sent(steg="andra")))
    assert "Ändra: Nämnden" in again
    assert 'value="Socialnämnden"' in again
    assert client.post(CHANGE, sent(steg="spara")).headers["Location"] == PAGE
    assert get_setting(cast.root, "addressee", timezone.localdate()) == "Socialnämnden"
    assert "Nytt namn." in text_of(client.get(PAGE))


def test_a_day_that_has_been_is_pointed_out(cast: Cast) -> None:
    before = (timezone.localdate() - timedelta(days=3)).isoformat()
    assert "Dagen har redan varit." in text_of(as_(cast.eva).post(CHANGE, sent(first_day=before)))


def test_the_second_of_two_is_shown_the_difference_and_may_send_again(cast: Cast) -> None:
    as_(cast.hugo).post(CHANGE, sent(value="Omsorgsnämnden", steg="spara"))
    refused = as_(cast.eva).post(CHANGE, sent(steg="spara"))
    assert refused.status_code == 422
    page = text_of(refused)
    assert "Omsorgsnämnden" in page
    assert "Någon annan har ändrat nämnden" in page
    assert 'name="version" value="1"' in page
    as_(cast.eva).post(CHANGE, sent(steg="spara", version="1"))
    assert get_setting(cast.root, "addressee", timezone.localdate()) == "Socialnämnden"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("accessibility_contact", "ring", "Skriv en e-postadress eller ett telefonnummer."),
        ("harm_words", "två ord", "Det här går inte: två ord"),
        ("quality_areas", "Trygghet", "Skriv en kod, ett kolon och ett namn"),
    ],
)
def test_a_wrong_value_comes_back_with_a_sentence(cast: Cast, key: str, value: str, said: str) -> None:
    answer = as_(cast.eva).post(f"/installningar/{key}/andra/", sent(value=value))
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert value in text_of(answer)


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("quality_year_first_month", "9", 9),
        ("lex_sarah_investigator_may_decide", "yes", True),
        ("quality_areas", "A: Trygghet\n\n B :Delaktighet ", {"A": "Trygghet", "B": "Delaktighet"}),
        ("harm_words", "skada\n blåmärk* ", ["skada", "blåmärk*"]),
        ("lex_sarah_not_opened", "same_event", ["same_event"]),
        ("report_template", "bromma", "bromma"),
    ],
)
def test_what_is_written_becomes_the_value(cast: Cast, key: str, value: str, kept: object) -> None:
    as_(cast.eva).post(f"/installningar/{key}/andra/", sent(value=value, steg="spara"))
    assert get_setting(cast.root, key, timezone.localdate()) == kept
    for page in (f"/installningar/{key}/", f"/installningar/{key}/andra/", "/installningar/"):
        assert as_(cast.eva).get(page).status_code == 200


def test_a_list_is_changed_row_by_row(cast: Cast) -> None:
    changed = rows("Bemötande", "", "Dokumentation och journal", "Väntetid") | {"place_3": "1"}
    data = sent(version="1") | changed
    page = text_of(as_(cast.eva).post(f"{LIST}andra/", data))
    for said in ("Tas bort", "Fördröjning", "Byter namn", "Dokumentation och journal", "Läggs till", "Väntetid"):
        assert said in page
    as_(cast.eva).post(f"{LIST}andra/", data | {"steg": "spara"})
    after = dict(choices_on(cast.root, "deviation_type", timezone.localdate()))
    assert after == {"treatment": "Bemötande", "vantetid": "Väntetid", "documentation": "Dokumentation och journal"}
    assert "Väntetid" in text_of(as_(cast.eva).get(LIST))


def test_a_list_with_something_to_mend_comes_back_as_it_was_written(cast: Cast) -> None:
    data = sent(version="1") | rows("Samma", "samma") | {"place_0": "x"}
    answer = as_(cast.eva).post(f"{LIST}andra/", data)
    assert answer.status_code == 422
    assert "Skriv platsen som ett heltal." in text_of(answer)
    answer = as_(cast.eva).post(f"{LIST}andra/", data | {"place_0": "1"})
    assert "Två rader heter samma sak: samma" in text_of(answer)


def test_hostile_words_are_shown_as_they_are_written(cast: Cast) -> None:
    page = text_of(as_(cast.eva).post(CHANGE, sent(value="<script>alert(1)</script>")))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_menu_leads_there_for_who_may(cast: Cast) -> None:
    assert "/installningar/" in text_of(as_(cast.eva).get("/meny/"))
    assert "/installningar/" not in text_of(as_(cast.alice).get("/meny/"))


def test_today_is_the_day_offered(cast: Cast) -> None:
    assert day_of(timezone.now()).isoformat() in text_of(as_(cast.eva).get(CHANGE))
