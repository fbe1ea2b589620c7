"""The list as a file: as narrowed, within the reader's scope, coded values alone, and noted."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.search import files
from varvet.registers.deviations.queries import export
from varvet.registers.deviations.tests.factories import SECRET, assessed, closed, reported

CSV, XLSX = "/avvikelser/fil.csv", "/avvikelser/fil.xlsx"


def taken(user: User, address: str = CSV) -> list[dict[str, str]]:
    response = as_(user).get(address)
    assert response.status_code == 200
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_it_holds_what_the_list_holds(cast: Cast) -> None:
    made = [reported(cast), assessed(cast), closed(cast)]
    rows = taken(cast.alice, f"{CSV}?lage=alla")
    assert [row["Ärende"] for row in rows] == [record.reference for record in made[::-1]]
    assert rows[0] | {"Ärende": ""} == {
        "Ärende": "",
        "Inkom": "2026-03-16",
        "Hände": "2026-03-16",
        "Enhet": "Mottagning A",
        "Läge": "Avslutad",
        "Slag": "Tillbud, det var nära",
        "Typ": "Fördröjning",
        "Nämner också": "Bemötande",
        "Oro": "Lite",
        "Allvar": "Måttlig",
        "Kvalitetsområde": "1",
        "Huvudman": "",
        "Kanal": "Webb",
        "Antal händelser": "1",
        "Bedömd": "2026-03-17",
        "Utredd": rows[0]["Utredd"],
        "Avslutad": "2026-03-26",
        "Öppnad igen": "",
        "Hände i vården": "",
        "Skadades någon": "",
        "Riktning": "",
        "Motpart": "",
        "Överenskommelse som brast": "",
        "Överlämnad till": "",
        "Överlämningens läge": "",
        "Svar på överlämningen": "",
    }
    assert [row["Ärende"] for row in taken(cast.alice, f"{CSV}?lage=received")] == [made[0].reference]


def test_a_workbook_holds_the_same(cast: Cast) -> None:
    closed(cast)
    response = as_(cast.alice).get(f"{XLSX}?lage=alla")
    assert response.headers["Content-Disposition"].startswith('attachment; filename="avvikelser-20')
    page = openpyxl.load_workbook(BytesIO(response.getvalue())).worksheets[0]
    heads, row = [[cell.value for cell in line] for line in page.iter_rows()]
    [same] = taken(cast.alice, f"{CSV}?lage=alla")
    assert heads == list(same)
    assert row[0] == same["Ärende"]


def test_no_word_of_what_happened_and_no_name_is_in_it(cast: Cast) -> None:
    closed(cast)
    for address in (CSV, XLSX):
        content = as_(cast.alice).get(f"{address}?lage=alla").getvalue()
        if address == XLSX:
            book = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
            content = repr([[cell.value for cell in line] for line in book.iter_rows()]).encode()
        for word in (SECRET, "Kalle", "rutinen", "Räkna stolarna", "Bo", "Alice"):
            assert word.encode() not in content, word


@pytest.mark.parametrize(
    ("name", "units"), [("alice", "a"), ("cecilia", "b"), ("eva", "ab"), ("dag", "ab"), ("stranger", "")]
)
def test_it_holds_the_readers_units(cast: Cast, name: str, units: str) -> None:
    made = {"a": reported(cast).reference, "b": reported(cast, unit=cast.b, by=cast.cecilia).reference}
    rows = taken(getattr(cast, name), f"{CSV}?lage=alla")
    assert {row["Ärende"] for row in rows} == {made[unit] for unit in units}
    assert taken(cast.alice, f"{CSV}?lage=alla&enhet={cast.b.pk}") == []


@pytest.mark.parametrize("name", ["bo", "hugo", "gun"])
def test_it_takes_permission(cast: Cast, name: str) -> None:
    reported(cast)
    for address in (CSV, XLSX):
        assert as_(getattr(cast, name)).get(address).status_code == 403
    assert not AuditEvent.objects.filter(event="exported").exists()


def test_taking_it_out_is_noted(cast: Cast) -> None:
    reported(cast)
    taken(cast.alice, f"{CSV}?enhet={cast.a.pk}&typ=Kalle Svensson&oro=2&efter=x&hemligt=ord")
    noted = AuditEvent.objects.get(event="exported")
    assert (noted.kind, noted.actor_id, noted.unit_id) == ("deviations", cast.alice.pk, cast.a.pk)
    assert noted.data == {
        "format": "csv",
        "rows": 1,
        "chosen": {"lage": "open", "enhet": cast.a.pk, "oro": 2},
    }


@pytest.mark.parametrize("address", ["/avvikelser/fil.pdf", "/avvikelser/fil.csv/", "/avvikelser/fil."])
def test_there_are_two_formats(cast: Cast, address: str) -> None:
    assert as_(cast.alice).get(address).status_code == 404


def test_a_list_that_is_too_long_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, export):
        monkeypatch.setattr(module, "MOST_ROWS", 1)
    reported(cast), reported(cast)
    response = as_(cast.alice).get(CSV)
    assert response.status_code == 409
    assert "Urvalet har fler än 1 ärenden." in text_of(response)
    assert not AuditEvent.objects.filter(event="exported").exists()


def test_names_of_units_and_types_are_no_formulas(cast: Cast) -> None:
    cast.a.name = "=cmd|' /C calc'!A0"
    cast.a.save()
    kind = cast.type_called("delay")
    kind.label_sv = "@SUM(A1)"
    kind.save()
    assessed(cast)
    [row] = taken(cast.alice)
    assert (row["Enhet"], row["Typ"]) == ("'=cmd|' /C calc'!A0", "'@SUM(A1)")
    page = openpyxl.load_workbook(BytesIO(as_(cast.alice).get(XLSX).getvalue())).worksheets[0]
    assert {cell.data_type for line in page.iter_rows() for cell in line} <= {"s", "d", "n"}


def test_a_longer_list_is_read_in_batches(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [assessed(cast).reference for _ in range(5)]
    monkeypatch.setattr(export, "BATCH", 2)
    with CaptureQueriesContext(connection) as asked:
        rows = taken(cast.alice)
    assert [row["Ärende"] for row in rows] == made[::-1]
    assert len([query for query in asked if "deviations_deviation" in query["sql"] and "unit" in query["sql"]]) == 3


def test_the_link_stands_on_the_list(cast: Cast) -> None:
    reported(cast)
    page = text_of(as_(cast.alice).get("/avvikelser/?oro=2"))
    assert 'href="/avvikelser/fil.xlsx?lage=open&amp;oro=2"' in page
