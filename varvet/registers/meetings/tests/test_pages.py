"""The pages: months, a sheet, its lines and steps, the sheet on paper; who reads them, and what each refuses."""

import pytest

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.organisation.models import Unit
from varvet.registers.meetings import actions
from varvet.registers.meetings.models import Meeting, Narrative
from varvet.registers.meetings.rules import Outcome
from varvet.registers.meetings.tests.factories import (
    SECRET,
    answered,
    bring,
    came_in,
    change,
    held,
    opened,
    planned,
    record,
)

STEPS = ("borja", "hallet", "avsluta", "blev-inte-av", "ny-punkt", "fraga", "ansvarig")


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is brought by anybody, unless the test brings it."""
    bring(monkeypatch)


def page_of(meeting: Meeting, step: str = "") -> str:
    return f"/apt/{meeting.reference}/" + (f"{step}/" if step else "")


def text(person: User, address: str) -> str:
    return as_(person).get(address).content.decode()


def test_the_months_are_shown_and_the_sheet_is_made_with_one_tap(cast: Cast) -> None:
    from_today = text(cast.alice, "/apt/")
    assert "Skapa blad för" in from_today
    month = from_today.partition('name="manad" value="')[2][:7]
    answer = as_(cast.alice).post("/apt/nytt/", {"enhet": cast.a.pk, "manad": month})
    made = Meeting.objects.get()
    assert answer["Location"] == page_of(made)
    assert f'href="{page_of(made)}"' in text(cast.bo, "/apt/")
    assert "Skapa blad" not in text(cast.bo, "/apt/")


@pytest.mark.parametrize("query", ["ar=x", "ar=99999999999", "ar=2020", "ar=1000", "ar=²"])
def test_strange_years_show_months(cast: Cast, query: str) -> None:
    assert as_(cast.alice).get(f"/apt/?{query}").status_code == 200


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"enhet": "x", "manad": "2026-03"}, 404),
        ({"enhet": "{b}", "manad": "2026-03"}, 404),
        ({"enhet": "{a}", "manad": "2026-99"}, 404),
        ({"enhet": "{a}", "manad": "1999-01"}, 302),
    ],
)
def test_what_is_no_sheet_is_refused(cast: Cast, sent: dict[str, str], status: int) -> None:
    fields = {name: value.format(a=cast.a.pk, b=cast.b.pk) for name, value in sent.items()}
    assert as_(cast.alice).post("/apt/nytt/", fields).status_code == status
    assert not Meeting.objects.exists()


def test_a_meeting_goes_from_page_to_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    client, sheet = as_(cast.alice), planned(cast)
    said: tuple[tuple[str, dict[str, str]], ...] = (
        ("ny-punkt", {"name": "Ny rutin för jour"}),
        ("fraga", {"question": "Vad lär vi oss?"}),
        ("ansvarig", {"responsible": str(cast.eva.pk)}),
        ("borja", {}),
        ("hallet", {"held_on": TODAY.isoformat(), "present": "8", "words": "Vi ändrar jouren."}),
        ("avsluta", {}),
    )
    for step, values in said:
        version = str(Meeting.objects.get().version)
        assert client.get(page_of(sheet, step)).status_code == 200, step
        assert client.post(page_of(sheet, step), {**values, "version": version}).status_code == 302, step
    sheet = Meeting.objects.get()
    assert (sheet.status, sheet.present, sheet.question) == ("closed", 8, "Vad lär vi oss?")
    page = text(cast.bo, page_of(sheet))
    assert "Vi ändrar jouren." in page
    assert "Ny rutin för jour" in page


def test_a_line_is_ticked_and_another_answer_is_not_overwritten(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)), came_in(record(cast, 2)))
    client, sheet = as_(cast.alice), opened(cast)
    first, second = sheet.lines.all()
    answer = client.post(page_of(sheet, f"punkt/{first.pk}/lyft"), {"was": ""})
    assert answer["Location"] == f"{page_of(sheet)}#punkt-{first.pk}"
    answered(sheet, second, cast, Outcome.LEFT, reason="not_us")
    answer = client.post(page_of(sheet, f"punkt/{second.pk}/lyft"), {"was": ""})
    assert answer["Location"] == page_of(sheet, f"punkt/{second.pk}")
    assert [one.outcome for one in sheet.lines.all()] == ["raised", "left"]
    assert "Inte lyft" in text(cast.alice, page_of(sheet))


def test_a_note_asks_once_about_names(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    client, sheet = as_(cast.alice), opened(cast)
    address = page_of(sheet, f"punkt/{sheet.lines.get().pk}")
    sent = {"version": str(sheet.version), "outcome": "raised", "reason": "", "note": "Ring Anna Svensson."}
    page = client.post(address, sent)
    assert (page.status_code, Narrative.objects.count()) == (200, 0)
    assert "Det kan stå något om en person" in page.content.decode()
    assert client.post(address, {**sent, "anyway": "1"}).status_code == 302
    rows = ReadEvent.objects.count()
    assert "Anna Svensson" in client.get(page_of(sheet)).content.decode()
    assert ReadEvent.objects.count() == rows + 1
    assert "Anna Svensson" not in client.get(page_of(sheet, "papper")).content.decode()


def test_who_saves_second_sees_the_difference(cast: Cast) -> None:
    sheet = planned(cast)
    actions.ask(change(sheet, cast.eva), "Vad gör vi nu?")
    sent = {"version": str(sheet.version), "question": "Vad gör vi sedan?"}
    answer = as_(cast.alice).post(page_of(sheet, "fraga"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Det här hände medan du skrev" in page
    assert "Vad gör vi nu?" in page
    assert Meeting.objects.get().question == "Vad gör vi nu?"


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_for_those_who_hold_the_meetings(cast: Cast, step: str) -> None:
    address = page_of(planned(cast), step)
    assert as_(cast.bo).get(address).status_code == 403
    assert as_(cast.dag).post(address, {"version": "1"}).status_code == 403
    for person in (cast.cecilia, cast.gun, cast.hugo, cast.stranger):
        assert as_(person).get(address).status_code == 404


def test_strangers_and_those_without_a_role_read_nothing(cast: Cast) -> None:
    sheet = held(cast)
    able = {cast.alice: 200, cast.bo: 200, cast.dag: 200, cast.eva: 200}
    for person in (cast.alice, cast.bo, cast.dag, cast.eva, cast.cecilia, cast.gun, cast.hugo, cast.stranger):
        for address in (page_of(sheet), page_of(sheet, "papper")):
            assert as_(person).get(address).status_code == able.get(person, 404), person.name
    assert as_(cast.gun).get("/apt/").status_code == 403
    assert as_(cast.cecilia).get(f"{page_of(sheet, 'papper')}blad.pdf").status_code == 404


def test_who_works_in_a_group_reads_the_sheet_of_the_unit_right_above(cast: Cast) -> None:
    above = planned(cast, unit=cast.department, by=cast.eva)
    root = planned(cast, unit=cast.root, by=cast.eva)
    assert as_(cast.bo).get(page_of(above)).status_code == 200
    assert as_(cast.bo).get(page_of(root)).status_code == 404
    assert as_(cast.alice).get(page_of(above)).status_code == 404


def test_what_the_state_refuses_is_said(cast: Cast) -> None:
    sheet = held(cast)
    answer = as_(cast.alice).get(page_of(sheet, "borja"))
    assert answer.status_code == 409
    assert "läge är: hållet" in answer.content.decode()
    assert as_(cast.alice).get(page_of(sheet, "punkt/99999")).status_code == 404


def test_the_sheet_on_paper_and_as_a_file(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    sheet = planned(cast)
    page = text(cast.bo, page_of(sheet, "papper"))
    assert page.count('class="a4-box"') == 1
    assert page.count('class="a4-write"') == 7
    assert "data:image/svg+xml" in page
    assert "AVV-2026-9001" in page
    pdf = as_(cast.bo).get(f"{page_of(sheet, 'papper')}blad.pdf")
    assert b"".join(pdf)[:5] == b"%PDF-"
    docx = as_(cast.bo).get(f"{page_of(sheet, 'papper')}blad.docx")
    assert docx["Content-Disposition"] == f'attachment; filename="{sheet.reference}-blad.docx"'


def test_a_note_is_nowhere_but_on_the_sheet(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, came_in(record(cast, 1)))
    sheet = opened(cast)
    answered(sheet, sheet.lines.get(), cast, note=SECRET)
    for address in ("/apt/", "/", page_of(sheet, "papper"), page_of(sheet, "hallet")):
        assert SECRET not in text(cast.alice, address)
    assert SECRET in text(cast.alice, page_of(sheet))
    assert Unit.objects.filter(name=SECRET).count() == 0
