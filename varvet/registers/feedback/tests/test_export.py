"""The list as a file and as narrowed: coded values alone, harmless, within the reader's scope, and noted."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW
from varvet.kernel.audit.models import AuditEvent
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.tests.factories import (
    SECRET,
    SENDER,
    Desk,
    make_captured,
    make_closed,
    make_noted,
    make_reopened,
)

CSV, XLSX = "/synpunkter/fil.csv", "/synpunkter/fil.xlsx"
FORMULA = '=HYPERLINK("http://example.org")'


def taken(user: User, query: str = "?lage=alla") -> list[dict[str, str]]:
    response = as_(user).get(f"{CSV}{query}")
    assert response.status_code == 200
    return list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"))


def test_it_holds_what_the_list_holds_and_nothing_written(desk: Desk) -> None:
    made = [make_closed(desk), make_noted(desk, rules.Handled.AT_ONCE)]
    rows = taken(desk.cast.alice)
    assert [row["Ärende"] for row in rows] == [record.reference for record in made[::-1]]
    assert rows[0]["Löst direkt"] == "Ja"
    assert rows[0]["Vem sade det"] == "Den som får stöd"
    assert (rows[1]["Typ"], rows[1]["Svarat genom"], rows[1]["Svar senast"]) == ("Väntetid", "Telefon", "2026-03-30")
    assert not [value for row in rows for value in row.values() if value in {SECRET, SENDER, "Vi ändrar."}]
    assert AuditEvent.objects.get(event="exported").data["rows"] == 2


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?lage=alla&vag=spoken", 1),
        ("?lage=alla&vem=client", 1),
        ("?lage=alla&typ=waiting", 3),
        ("?lage=alla&typ=treatment", 0),
        ("?lage=alla&slag=view", 0),
        ("?lage=reopened", 1),
        ("?lage=alla&diarium=vantar", 2),
        ("?lage=alla&eget=1", 0),
        ("?lage=alla&nytt=1", 0),
        ("?lage=alla&handlaggare=ingen", 3),
        ("?lage=alla&handlaggare=jag", 0),
    ],
)
def test_it_is_narrowed_as_the_list_is(desk: Desk, query: str, count: int) -> None:
    make_captured(desk)
    make_reopened(desk)
    make_noted(desk, rules.Handled.AT_ONCE)
    assert len(taken(desk.cast.alice, query)) == count
    shown = text_of(as_(desk.cast.alice).get(f"/synpunkter/{query}"))
    assert (f"{count} i urvalet" in shown) or not count


def test_a_number_that_looks_like_a_formula_is_text(desk: Desk) -> None:
    feedback = make_captured(desk)
    actions.register(feedback=feedback, diary_number=FORMULA, version=1, by=desk.cast.alice, now=NOW)
    assert taken(desk.cast.alice)[0]["Diarienummer"] == f"'{FORMULA}"
    sheet = openpyxl.load_workbook(BytesIO(as_(desk.cast.alice).get(f"{XLSX}?lage=alla").getvalue())).active
    assert sheet is not None
    [cell] = [cell for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert cell.data_type == "s"


@pytest.mark.parametrize(("who", "status"), [("bo", 403), ("gun", 403), ("hugo", 403)])
def test_it_is_taken_out_by_those_who_may(desk: Desk, who: str, status: int) -> None:
    assert as_(getattr(desk.cast, who)).get(CSV).status_code == status


def test_others_get_an_empty_file_and_an_unknown_format_is_not_there(desk: Desk) -> None:
    make_captured(desk)
    assert taken(desk.cast.cecilia) == []
    assert as_(desk.cast.alice).get("/synpunkter/fil.pdf").status_code == 404
