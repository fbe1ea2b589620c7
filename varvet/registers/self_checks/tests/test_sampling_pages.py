"""The pages of a round's sample: from a list to cases, and nothing of who on the way."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.registers.self_checks.models import Case, Frame, Round
from varvet.registers.self_checks.tests.factories import form_of, fresh, make, make_performed
from varvet.registers.self_checks.tests.frames import PERSONAL, drawn, many_lines, sent, with_frame
from varvet.registers.self_checks.tests.list_factories import here

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")
CHOSEN = {"kind": "cases", "people": "children", "traits": ["sex"], "source": "Treserva"}


def address(held: Round, name: str, *more: int) -> str:
    return reverse(f"self_checks:{name}", args=[held.reference, *more])


def read(client: Client, held: Round, lines: list[str], **chosen: object) -> tuple[int, str]:
    fields = form_of(held, **{**CHOSEN, **chosen}, file=sent(lines))
    answer = client.post(address(held, "read_frame"), fields)
    return answer.status_code, answer.content.decode()


def test_from_a_list_to_the_files(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    assert client.get(address(held, "read_frame")).status_code == 200
    assert read(client, held, many_lines())[0] == 302
    page = client.get(address(held, "sample")).content.decode()
    for words in ("Kön saknas", "Flickor", "Pojkar", "okänt", "Dra ett urval", "Visas när urvalet är draget"):
        assert words in page
    frame = Frame.objects.get(round=held)
    answer = client.post(address(held, "draw", 1), form_of(fresh(held.pk), wanted=13))
    assert answer.status_code == 302, answer.content.decode()
    page = client.get(address(held, "sample")).content.decode()
    assert frame.seed in page
    assert frame.sha256 in page
    assert all(case.code in page for case in Case.objects.filter(round=held))
    assert "A-1<" not in page


def test_the_files_are_found_from_the_list_and_not_kept(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    read(client, held, many_lines())
    client.post(address(held, "draw", 1), form_of(fresh(held.pk), wanted=13))
    fields = form_of(fresh(held.pk), kind="cases", file=sent(many_lines()))
    page = client.post(address(held, "find_files"), fields)
    assert page.headers["Cache-Control"] == "private, no-store"
    shown = re.findall(r"<td>(A-\d+)</td>", page.content.decode())
    assert len(shown) == 13
    assert ReadEvent.objects.filter(record_id=held.pk, part="case_numbers").count() == 1


def kept_files() -> set[Path]:
    return {path for path in Path(settings.FILES_FOLDER).glob("*/*") if path.is_file()}


def test_no_personal_number_and_no_case_number_is_kept(client: Client, cast: Cast) -> None:
    held, before = make(cast), kept_files()
    client.force_login(cast.alice)
    read(client, held, ["Personnummer;Enhet", *(f"19900101-00{n:02};{PERSONAL}" for n in range(20))], traits=[])
    kept = " ".join(str(row) for row in Frame.objects.values_list())
    kept += " ".join(str(event.data) for event in AuditEvent.objects.all())
    assert "Personnummer i en kolumn för annat" in client.get(address(held, "sample")).content.decode()
    assert "0101-00" not in kept
    assert "9001010" not in kept
    with connection.cursor() as cursor:
        cursor.execute("SELECT rows FROM self_checks_frame")
        [(blob,)] = cursor.fetchall()
    assert b"0101" not in bytes(blob)
    assert kept_files() == before


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["Kön;Enhet", "Man;Nord"], "Ingen kolumn säger vilket ärende"),
        (["Ärendenummer;Kön", "A-1"], "Rad 2 har 1 kolumner"),
        (["Ärendenummer", ""], "Listan har inga rader som kan användas"),
    ],
)
def test_a_list_that_cannot_be_used_is_told_why(client: Client, cast: Cast, lines: list[str], words: str) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    status, page = read(client, held, lines)
    assert status == 422
    assert words in page
    assert not Frame.objects.exists()


def test_columns_are_remembered_for_the_next_list(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    lines = ["Ref;Vem", *(f"A-{n};Man" for n in range(8))]
    assert read(client, held, lines, name_heading="Ref", sex_heading="Vem")[0] == 302
    assert read(client, fresh(held.pk), lines)[0] == 302
    assert "Sparade: Treserva." in client.get(address(held, "read_frame")).content.decode()


def test_without_a_file_it_is_said(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    answer = client.post(address(held, "read_frame"), form_of(held, **CHOSEN))
    assert "Välj listan som en CSV- eller XLSX-fil." in answer.content.decode()


def test_one_is_replaced_by_its_form(client: Client, cast: Cast) -> None:
    held = drawn(cast)
    client.force_login(cast.alice)
    assert client.get(address(held, "replace", 2)).status_code == 200
    assert client.post(address(held, "replace", 2), form_of(held, reason="conflict")).status_code == 302
    assert "Ersätter nummer 2" in client.get(address(held, "sample")).content.decode()
    assert client.get(address(held, "replace", 99)).status_code == 404


def test_the_result_begins_with_what_was_drawn(client: Client, cast: Cast) -> None:
    held = drawn(cast)
    client.force_login(cast.alice)
    page = client.get(address(held, "record_result")).content.decode()
    assert re.search(r'name="population" value="40"', page)
    assert re.search(r'name="sample" value="12"', page)


def test_a_frame_that_is_not_there(client: Client, cast: Cast) -> None:
    held = with_frame(cast)
    client.force_login(cast.alice)
    assert client.get(address(held, "draw", 2)).status_code == 404


PAGES = [("read_frame", ()), ("draw", (1,)), ("replace", (2,)), ("find_files", ())]


@pytest.mark.parametrize(("name", "more"), [("sample", ()), *PAGES])
def test_who_may_see_them(client: Client, cast: Cast, name: str, more: tuple[int, ...]) -> None:
    held = drawn(cast)
    for who, status in (("cecilia", 404), ("stranger", 404), ("bo", 404), ("dag", 200 if name == "sample" else 403)):
        client.force_login(getattr(cast, who))
        assert client.get(address(held, name, *more)).status_code == status


def test_a_reader_sees_the_sample_and_no_ways_to_change_it(client: Client, cast: Cast) -> None:
    held = drawn(cast)
    client.force_login(cast.dag)
    page = client.get(address(held, "sample")).content.decode()
    assert "Byt ut" not in page
    assert "Hitta akterna" not in page


def test_no_form_when_the_round_is_over(client: Client, cast: Cast) -> None:
    held = make_performed(cast)
    client.force_login(cast.alice)
    assert client.get(address(held, "read_frame")).status_code == 409
    assert client.get(address(held, "sample")).status_code == 200


def test_who_may_not_change_has_no_list_read(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.dag)
    assert read(client, held, many_lines())[0] == 403
    assert (
        client.post(address(held, "find_files"), form_of(held, kind="cases", file=sent(many_lines()))).status_code
        == 403
    )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("finns=60&antal=38", "Med 38 av 60 blir osäkerheten högst ±10 procentenheter."),
        ("finns=60&antal=60", "Totalundersökning – ingen urvalsosäkerhet."),
        ("finns=60&antal=9", "Urvalet är för litet för att dra slutsatser."),
        ("finns=hej&antal=-3&andel=900", "Med 66 av 200"),
    ],
)
def test_the_planner(client: Client, cast: Cast, query: str, words: str) -> None:
    client.force_login(cast.alice)
    assert words in client.get(f"{reverse('self_checks:planner')}?{query}").content.decode()
    client.force_login(cast.bo)
    assert client.get(reverse("self_checks:planner")).status_code == 403
