"""The pages of lists: sending one, waiting, what is shown and hidden, saving it, and the delegationsordning."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.registers.self_checks.actions.compute_list import compute
from varvet.registers.self_checks.models import DelegationOrder, ListCheck, Round
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.tests.factories import fresh
from varvet.registers.self_checks.tests.list_factories import (
    HEADINGS,
    content,
    here,
    make_list,
    make_list_round,
    rows,
)

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")


def new(held: Round) -> str:
    return reverse("self_checks:list_new", args=[held.reference, "forhandsbedomning"])


def page_of(row: ListCheck, name: str = "list_result") -> str:
    return reverse(f"self_checks:{name}", args=[row.round.reference, row.token])


def form(held: Round, given: bytes, **fields: str) -> dict[str, object]:
    file = SimpleUploadedFile("lista.csv", given)
    return {"version": held.version, "source": "Treserva", "as_of": "2026-03-31", "file": file, **fields}


def test_from_the_round_to_its_result(client: Client, cast: Cast) -> None:
    held = make_list_round(cast)
    client.force_login(cast.alice)
    lists = reverse("self_checks:lists", args=[held.reference])
    assert lists in client.get(reverse("self_checks:page", args=[held.reference])).content.decode()
    assert new(held) in client.get(lists).content.decode()
    assert client.get(new(held)).status_code == 200
    answer = client.post(new(held), form(held, content()))
    row = ListCheck.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, page_of(row))
    waiting = client.get(page_of(row))
    assert waiting["Refresh"]
    assert "Listan räknas." in waiting.content.decode()
    compute(row, now=NOW)
    shown = client.get(page_of(row))
    assert not shown.has_header("Refresh")
    page = shown.content.decode()
    for words in ("Inga fel hittades", "33", "Enhet 1", "kvinnor", "Visa kurvan som tabell"):
        assert words in page
    saving = client.get(page_of(row, "list_use")).content.decode()
    assert "väntas bli klara i tid" in saving
    fields = {"version": fresh(held.pk).version, "basis": "closed", "analysis": "Bra."}
    assert client.post(page_of(row, "list_use"), fields).status_code == 302
    done = fresh(held.pk)
    assert (done.status, done.sample, done.fulfilled) == (Status.PERFORMED, 40, 33)
    assert "är kontrollens resultat" in client.get(reverse("self_checks:page", args=[held.reference])).content.decode()


def test_what_is_wrong_with_the_data_stands_first(client: Client, cast: Cast) -> None:
    wrong = [("B-7", "1", "okänd", "", "barn", "2026-02-31", ""), *rows(), *rows()[:2]]
    row = make_list(cast, content(wrong))
    client.force_login(cast.dag)
    page = client.get(page_of(row)).content.decode()
    for words in ("Datumet kan inte stämma", "Okänd kod", "Enhet saknas", "Samma ärende och startdatum"):
        assert 0 < page.index(words) < page.index("h-part-1")
    assert "okänd" not in page
    assert "Spara som kontrollens resultat" not in page


def test_few_are_hidden(client: Client, cast: Cast) -> None:
    made = [
        (f"B-{n}", "", "man" if n < 3 else "kvinna", "", f"Grupp {n % 3}", "2026-02-01", "2026-02-05")
        for n in range(30)
    ]
    row = make_list(cast, content(made))
    client.force_login(cast.alice)
    page = client.get(page_of(row)).content.decode()
    assert (
        len(re.findall('<td class="r"[^>]*>[.][.]</td>', page)) == 2 * 2 * 4
    )  # both sexes, of those that began and those that ended


def test_other_headings_are_told_and_chosen(client: Client, cast: Cast) -> None:
    held = make_list_round(cast)
    client.force_login(cast.alice)
    given = content(headings=("Löpnr", *HEADINGS[1:]))
    refused = client.post(new(held), form(held, given))
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Kontrollen behöver en kolumn med ärende." in page
    assert "<b>Kolumner i filen:</b> Löpnr" in page
    assert client.post(new(held), form(held, given, column_case="Löpnr")).status_code == 302
    assert 'value="Löpnr"' in client.get(new(held)).content.decode()


@pytest.mark.parametrize(("given", "sentence"), [(b"", "Filen är tom."), (b"a;b\n1;2", "Ingen rubrikrad hittades")])
def test_a_wrong_file_is_told_at_the_field(client: Client, cast: Cast, given: bytes, sentence: str) -> None:
    held = make_list_round(cast)
    client.force_login(cast.alice)
    refused = client.post(new(held), form(held, given))
    assert refused.status_code == 422
    assert 'id="id_file_error"' in refused.content.decode()
    assert sentence in refused.content.decode()
    assert client.post(new(held), {"version": 1}).status_code == 422


@pytest.mark.parametrize("name", ["list_result", "list_use", "list_codes"])
def test_out_of_scope_is_not_found(client: Client, cast: Cast, name: str) -> None:
    row = make_list(cast)
    for who in (cast.cecilia, cast.stranger):
        client.force_login(who)
        assert client.get(page_of(row, name)).status_code == 404
        assert client.get(new(row.round)).status_code == 404
    client.force_login(cast.dag)
    assert client.get(page_of(row, name)).status_code == (200 if name == "list_result" else 403)
    assert client.get(new(row.round)).status_code == 403


def test_codes_are_shown_and_noted(client: Client, cast: Cast) -> None:
    row = make_list(cast)
    client.force_login(cast.alice)
    page = client.get(page_of(row, "list_codes")).content.decode()
    assert "9 ärenden uppfyller inte" in page
    assert ReadEvent.objects.filter(record_id=row.round_id, part="case_codes").count() == 1


def test_the_delegation_by_its_form(client: Client, cast: Cast) -> None:
    address = reverse("self_checks:delegation")
    client.force_login(cast.eva)
    assert "Ingen delegationsordning är inläst" in client.get(address).content.decode()
    given = "Beslutstyp;Beslutsfattarens roll\r\nBistånd;Handläggare\r\nBistånd;Enhetschef".encode()
    file = SimpleUploadedFile("d.csv", given)
    assert client.post(address, {"first_day": "2026-01-01", "file": file}).status_code == 302
    assert "Enhetschef, Handläggare" in client.get(address).content.decode()
    assert client.post(address, {"first_day": "2026-01-01"}).status_code == 422
    client.force_login(cast.alice)
    assert 'name="file"' not in client.get(address).content.decode()
    assert client.post(address, {"first_day": "2026-01-01"}).status_code == 403
    assert DelegationOrder.objects.count() == 1
