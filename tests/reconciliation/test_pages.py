"""The pages: questions are answered, signs are weighed, and the reconciliation adds up and names nobody."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.reconciliation.work import HARM
from varvet.kernel.access.models import Assignment
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, make_person, reader_of
from varvet.kernel.deadlines.holding import count_without_holder
from varvet.kernel.deadlines.reminding import remind_all
from varvet.kernel.deadlines.unanswered import tell_unanswered
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.models import Notification
from varvet.kernel.questions import answering
from varvet.kernel.queue.operations import tell_operations
from varvet.kernel.queue.questions import list_asked
from varvet.kernel.records.models import Confidentiality, Record, Referral
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Also
from varvet.registers.deviations.tests.factories import SECRET, assessed, reported
from varvet.registers.feedback import actions as feedback
from varvet.registers.feedback.rules import Channel, Sort

RECONCILIATION = "/lex-sarah/avstamning/"
LEX = frozenset({Also.LEX_SARAH})


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))


def page(cast: Cast, name: str, address: str) -> str:
    return plain(text_of(as_(getattr(cast, name)).get(address)))


def about_the_manager(cast: Cast) -> Record:
    content = feedback.Capture(cast.a, Sort.COMPLAINT, Channel.PHONE, HARM, "", Confidentiality.MANAGER_EXCLUDED)
    return feedback.capture(content=content, key="about", by=cast.bo, now=NOW)


def test_a_question_is_taken_on_and_leads_to_the_case(cast: Cast) -> None:
    deviation = assessed(cast, also=LEX)
    question = Referral.objects.get()
    assert deviation.reference in page(cast, "dag", "/fragor/")
    answer = as_(cast.dag).post(f"/fragor/{question.pk}/ta-emot/", {})
    assert answer.headers["Location"] == "/lex-sarah/LXS-2026-0001/"
    late = as_(cast.eva).post(f"/fragor/{question.pk}/ta-emot/", {}, follow=True)
    assert "Någon annan har redan svarat på frågan." in plain(text_of(late))


def test_a_question_is_refused_with_a_reason_that_the_asker_reads(cast: Cast) -> None:
    deviation = assessed(cast, also=LEX)
    address = f"/fragor/{Referral.objects.get().pk}/avboj/"
    assert as_(cast.dag).post(address, {"reason": ""}).status_code == 422
    assert as_(cast.dag).post(address, {"reason": "Det var inte vår verksamhet."}).status_code == 302
    assert "Det var inte vår verksamhet." in page(cast, "alice", f"/avvikelser/{deviation.reference}/")
    assert "Det var inte vår verksamhet." not in page(cast, "bo", f"/avvikelser/{deviation.reference}/")


@pytest.mark.parametrize("name", ["alice", "stranger", "bo", "cecilia", "hugo"])
def test_questions_are_answered_by_those_asked_alone(cast: Cast, name: str) -> None:
    assessed(cast, also=LEX)
    pk = Referral.objects.get().pk
    for address in (f"/fragor/{pk}/ta-emot/", f"/fragor/{pk}/avboj/"):
        assert as_(getattr(cast, name)).post(address, {"reason": "Nej tack"}).status_code == 404


def test_it_is_weighed_on_a_page_of_its_own_in_any_state(cast: Cast) -> None:
    deviation = reported(cast, worry=4)
    address = f"/lex-sarah/prova/{deviation.reference}/"
    assert "mycket orolig" in page(cast, "alice", address)
    assert as_(cast.alice).post(address, {"answer": "no", "not_lex_sarah": " "}).status_code == 422
    assert as_(cast.alice).post(address, {"answer": "yes"}).status_code == 302
    assert Referral.objects.get().to_kind == "lex_sarah"
    for outsider in ("cecilia", "stranger", "hugo"):
        assert as_(getattr(cast, outsider)).get(address).status_code == 404


def test_what_has_been_asked_is_not_asked_again(cast: Cast) -> None:
    deviation = assessed(cast, also=LEX)
    address = f"/lex-sarah/prova/{deviation.reference}/"
    assert "Frågan är redan ställd" in page(cast, "alice", address)
    assert "<button" not in text_of(as_(cast.alice).get(address)).split("<main")[1].split("</main")[0]
    answering.accept(referral=Referral.objects.get(), by=cast.dag, now=NOW)
    assert "Det är redan ett lex Sarah-ärende" in page(cast, "alice", address)
    assert "LXS-" not in page(cast, "alice", address)


def test_a_question_that_should_have_been_answered_is_said_to_be_late(cast: Cast) -> None:
    assessed(cast, also=LEX)
    assert "skulle haft svar" in page(cast, "dag", "/fragor/")


def test_the_assessment_asks_for_the_reason_on_its_page(cast: Cast) -> None:
    deviation = reported(cast, what=HARM)
    address = f"/avvikelser/{deviation.reference}/bedom/"
    shown = page(cast, "alice", address)
    assert "Texten nämner skada eller övergrepp" in shown
    assert "Djur som far illa" in shown
    sent = {"version": 1, "nature": "deviation", "risk": "2-2", "categories": [cast.type_called("delay").pk]}
    assert as_(cast.alice).post(address, sent).status_code == 422
    assert as_(cast.alice).post(address, {**sent, "also": ["lex_sarah", "feedback"]}).status_code == 302
    assert set(Referral.objects.values_list("to_kind", flat=True)) == {"lex_sarah", "feedback"}


def test_many_are_assessed_with_the_same_questions(cast: Cast) -> None:
    one, other = reported(cast, worry=4), reported(cast)
    sent: dict[str, object] = {}
    for deviation in (one, other):
        about = {"version": 1, "nature": "deviation", "category": cast.type_called("delay").pk}
        sent |= {f"{deviation.reference}-{name}": value for name, value in about.items()}
    answer = page_of_post(cast, sent)
    assert "Skriv varför det inte är lex Sarah." in answer
    assert Deviation.objects.get(pk=other.pk).status == "assessed"
    page_of_post(cast, {f"{one.reference}-{n}": v for n, v in {**about, "also": ["lex_sarah"]}.items()})
    assert Referral.objects.get().origin_id == one.pk


def page_of_post(cast: Cast, sent: dict[str, object]) -> str:
    return plain(text_of(as_(cast.alice).post("/avvikelser/bedom-flera/", sent)))


def test_the_reconciliation_adds_up_and_tells_no_words(cast: Cast) -> None:
    refused, taken = assessed(cast, also=LEX), assessed(cast, also=LEX)
    answering.refuse(referral=Referral.objects.get(origin=refused), reason="Nej, därför.", by=cast.dag, now=NOW)
    answering.accept(referral=Referral.objects.get(origin=taken), by=cast.dag, now=NOW)
    waits = reported(cast, worry=4)
    calm = reported(cast)
    shown = page(cast, "eva", RECONCILIATION)
    assert "Kan vara lex Sarah 3 Väntar 1 Har skäl 1 Blev ärenden 1" in shown
    assert all(one.reference in shown for one in (refused, taken, waits))
    assert calm.reference not in shown
    assert "ligger hos Alice" in shown
    assert SECRET not in shown
    assert "Nej, därför." not in shown


@pytest.mark.parametrize("name", ["alice", "bo", "cecilia", "hugo", "gun"])
def test_the_reconciliation_is_for_those_who_follow_it(cast: Cast, name: str) -> None:
    assert as_(getattr(cast, name)).get(RECONCILIATION).status_code == 403


def test_another_root_sees_none_of_it(cast: Cast) -> None:
    deviation = reported(cast, worry=4)
    assert deviation.reference not in page(cast, "stranger", RECONCILIATION)
    assert "Kan vara lex Sarah 0 Väntar 0" in page(cast, "stranger", RECONCILIATION)


def test_a_narrowed_page_says_what_waits_outside_it(cast: Cast) -> None:
    reported(cast, worry=4)
    shown = page(cast, "eva", f"{RECONCILIATION}?till=2020-01-01")
    assert "Kan vara lex Sarah 0 Väntar 0" in shown
    assert "1 till väntar utanför urvalet" in shown


def test_what_shuts_a_manager_out_leaves_no_trace_for_them(cast: Cast) -> None:
    """Neither question, reference nor count: not for the unit's manager, nor for one above without the permission."""
    record = about_the_manager(cast)
    above = make_person("Frida", "department_manager", cast.root)
    assert record.reference in page(cast, "dag", RECONCILIATION)
    shown = plain(text_of(as_(above).get(RECONCILIATION)))
    assert record.reference not in shown
    assert "Kan vara lex Sarah 0 Väntar 0" in shown
    for person in (cast.alice, above):
        assert list_asked(reader_of(person, today=day_of(NOW) + timedelta(days=30))) == []
        assert as_(person).get(f"/lex-sarah/prova/{record.reference}/").status_code == 404
    assert [one.task.reference for one in list_asked(reader_of(cast.eva))] == [record.reference]


def test_what_nobody_answers_is_told_once_to_those_who_follow(cast: Cast) -> None:
    deviation = reported(cast, worry=4)
    above = make_person("Frida", "department_manager", cast.root)
    late = NOW + timedelta(days=7)
    assert tell_unanswered(now=NOW) == 0
    assert (tell_unanswered(now=late), tell_unanswered(now=late)) == (1, 0)
    told = Notification.objects.filter(event="unanswered").values_list("receiver__name", flat=True)
    assert set(told) == {"Dag", "Eva", "Frida"}
    (asked,) = list_asked(reader_of(above, today=day_of(late)))
    assert (asked.task.reference, asked.task.href) == (deviation.reference, RECONCILIATION)


def test_a_question_reminds_those_who_may_answer_it(cast: Cast) -> None:
    assessed(cast, also=LEX)
    remind_all(now=NOW + timedelta(days=2))
    told = Notification.objects.filter(event="overdue").values_list("receiver__name", flat=True)
    assert set(told) == {"Dag", "Eva"}


def test_with_nobody_left_those_who_run_the_system_are_told_a_count(cast: Cast) -> None:
    deviation = assessed(cast, also=LEX)
    Assignment.objects.filter(user__in=[cast.dag, cast.eva]).delete()
    count_without_holder(now=NOW)
    panel = tell_operations(reader_of(cast.hugo))
    assert panel is not None
    said = [sentence for sentence in panel.sentences if "utan att någon kan ta hand om" in sentence.text]
    assert [dict(sentence.figures)["count"].number for sentence in said] == [1]
    assert deviation.reference not in page(cast, "hugo", "/")


def test_the_reconciliation_costs_the_same_however_long(cast: Cast) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(cast, "eva", RECONCILIATION)
        return len(asked)

    for _ in range(2):
        answering.accept(referral=Referral.objects.get(origin=assessed(cast, also=LEX)), by=cast.dag, now=NOW)
        reported(cast, worry=4)
    before = cost()
    for _ in range(4):
        answering.accept(referral=Referral.objects.get(origin=assessed(cast, also=LEX)), by=cast.dag, now=NOW)
        reported(cast, worry=4)
    assert cost() == before <= 40
