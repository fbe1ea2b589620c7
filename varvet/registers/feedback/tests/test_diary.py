"""The diary: numbers of the house or of the diary system, and the registrar who sees codes alone."""

from http import HTTPStatus

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import LONG_AGO, NOW, TODAY, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.models import Confidentiality
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import DIARY_SETTING, Feedback
from varvet.registers.feedback.tests.factories import (
    LATER,
    SECRET,
    SENDER,
    Desk,
    make_answered,
    make_captured,
    make_noted,
)

DESK = "/synpunkter/diariet/"


def test_with_a_series_of_its_own_the_house_gives_the_number(desk: Desk) -> None:
    choose(desk.cast.root, DIARY_SETTING, "SN-SYN", first_day=LONG_AGO)
    numbers = []
    for feedback in (make_captured(desk), make_captured(desk)):
        done = actions.register(feedback=feedback, diary_number="", version=1, by=desk.cast.alice, now=NOW)
        numbers.append(done.diary_number)
    assert numbers == ["SN-SYN 2026/0001", "SN-SYN 2026/0002"]


def test_the_registrar_registers_in_a_row_and_reads_nothing(desk: Desk) -> None:
    """Also what shuts a manager out: number, day, sort and unit are all that is seen."""
    rut = make_person("Rut", "registrar", desk.cast.root)
    feedback = make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    page = text_of(as_(rut).get(DESK))
    assert feedback.reference in page
    assert not [word for word in (SECRET, SENDER) if word in page]
    sent = {"version": 1, "visa": "vantar", "diary_number": "SN 2026/117"}
    as_(rut).post(f"{DESK}{feedback.reference}/", sent)
    feedback.refresh_from_db()
    assert (feedback.diary_number, feedback.version) == ("SN 2026/117", 2)
    assert feedback.reference not in text_of(as_(rut).get(DESK))
    assert as_(rut).get(f"/synpunkter/{feedback.reference}/").status_code == HTTPStatus.NOT_FOUND
    with pytest.raises(NotAllowed):
        actions.note(feedback=feedback, text="Läst.", version=2, by=rut, now=NOW)


def test_an_answer_waits_to_be_registered_after_the_feedback(desk: Desk) -> None:
    eva = desk.cast.eva
    feedback = make_answered(desk)
    actions.register(feedback=feedback, diary_number="SN-1", version=2, by=eva, now=LATER)
    assert feedback.reference in text_of(as_(eva).get(f"{DESK}?visa=svar-vantar"))
    as_(eva).post(f"{DESK}{feedback.reference}/", {"version": 3, "visa": "svar-vantar"})
    feedback.refresh_from_db()
    assert feedback.answer_registered_on is not None
    assert feedback.reference not in text_of(as_(eva).get(f"{DESK}?visa=svar-vantar"))
    assert feedback.reference in text_of(as_(eva).get(f"{DESK}?visa=diariefort&fran=2026-03-01"))


def test_what_was_settled_in_a_talk_waits_for_no_number(desk: Desk) -> None:
    for handled in (rules.Handled.AT_ONCE, rules.Handled.IN_CASE):
        make_noted(desk, handled)
    assert "Inget att diarieföra här" in text_of(as_(desk.cast.eva).get(DESK))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_list_for_the_registrar_is_taken_out_without_content(desk: Desk, form: str) -> None:
    feedback = make_captured(desk)
    response = as_(desk.cast.eva).get(f"{DESK}fil.{form}")
    body = response.getvalue()
    assert SECRET.encode() not in body
    if form == "csv":
        line = body.decode("utf-8-sig").splitlines()[1]
        assert line.split(";")[:4] == [feedback.reference, TODAY.isoformat(), "Mottagning A", "Klagomål"]
    assert AuditEvent.objects.get(event="exported").data["chosen"] == {"visa": "vantar"}


@pytest.mark.parametrize("who", ["bo", "alice", "dag", "gun", "hugo"])
def test_the_desk_is_the_registrars(desk: Desk, who: str) -> None:
    feedback = make_captured(desk)
    browser = as_(getattr(desk.cast, who))
    for address in (DESK, f"{DESK}fil.csv"):
        assert browser.get(address).status_code == HTTPStatus.FORBIDDEN
    assert browser.post(f"{DESK}{feedback.reference}/", {"version": 1}).status_code == HTTPStatus.FORBIDDEN
    assert Feedback.objects.get().registered_on is None


def test_of_another_root_nothing_is_there(desk: Desk) -> None:
    feedback = make_captured(desk)
    assert as_(desk.cast.stranger).post(f"{DESK}{feedback.reference}/").status_code == HTTPStatus.NOT_FOUND
