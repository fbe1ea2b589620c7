"""The pages from the decision to the end, as people meet them: each step, who may not, and who sees only a proposal."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import AuthorityQuestion, Delegation, LessonSent, LexSarah, Proposal
from varvet.registers.lex_sarah.tests.ending import LEARNT, WORDS, answered, closed, fresh, not_opened, proposed, shared
from varvet.registers.lex_sarah.tests.factories import SECRET, Stage, make_completed, make_decided, make_told

S = rules.Status
TOMORROW = str(timezone.localdate() + timedelta(days=1))
STEPS = {  # name: how the case came there, what is sent, and the state after
    "decide": (make_completed, {"event_1": "risk", "grounds": "Skälen.", "impartial": "on"}, S.DECIDED),
    "send_back": (make_completed, {"reason": "Mer om orsaken."}, S.OPENED),
    "report_to_authority": (lambda s: make_decided(s, rules.Outcome.SERIOUS), {"route": "service"}, S.REPORTED),
    "authority_asks": (make_told, {"text": "Hur gick det?", "asked_on": "2026-04-01"}, S.REPORTED),
    "authority_decides": (make_told, {"ruling": "fulfilled", "ruled_on": "2026-04-01"}, S.AUTHORITY_DECIDED),
    "tell": (make_decided, {"whom": "reporter", "text": "Så blev det."}, S.DECIDED),
    "follow_up": (make_decided, {"plan": "Se efter.", "due_on": TOMORROW}, S.FOLLOWING_UP),
    "reopen": (closed, {"reason": "Det hände igen."}, S.FOLLOWING_UP),
    "reconsider": (not_opened, {"reason": "Nytt har kommit fram."}, S.RECEIVED),
}
DECIDER = {"decide", "send_back", "report_to_authority"}


def ask(client: Client, user: User, name: str, *args: object, **sent: object) -> tuple[int, str]:
    client.force_login(user)
    address = reverse(f"lex_sarah:{name}", args=args)
    response = client.post(address, sent, follow=True) if sent else client.get(address, follow=True)
    return response.status_code, response.content.decode()


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def who_may(stage: Stage, name: str) -> User:
    return stage.disa if name in DECIDER else stage.cast.dag


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_shown_and_taken(client: Client, stage: Stage, name: str) -> None:
    make, sent, after = STEPS[name]
    case, by = make(stage), who_may(stage, name)
    assert ask(client, by, name, case.reference)[0] == HTTPStatus.OK
    status, html = ask(client, by, name, case.reference, version=case.version, **sent)
    assert (status, fresh(case).status) == (HTTPStatus.OK, after), words_of(html)


@pytest.mark.parametrize("name", STEPS)
def test_a_step_sent_empty_comes_back(client: Client, stage: Stage, name: str) -> None:
    make, _, _ = STEPS[name]
    case = make(stage)
    status, _ = ask(client, who_may(stage, name), name, case.reference, version=case.version)
    assert (status, fresh(case).status) == (HTTPStatus.UNPROCESSABLE_ENTITY, case.status)


@pytest.mark.parametrize("name", STEPS)
def test_strangers_find_no_step_and_the_manager_may_not(client: Client, stage: Stage, name: str) -> None:
    make, sent, _ = STEPS[name]
    case = make(stage)
    for outsider in (stage.cast.stranger, stage.cast.cecilia, stage.cast.gun, stage.cast.hugo):
        assert ask(client, outsider, name, case.reference)[0] == HTTPStatus.NOT_FOUND
    for values in ({}, {"version": case.version, **sent}):
        assert ask(client, stage.cast.alice, name, case.reference, **values)[0] == HTTPStatus.FORBIDDEN
    assert fresh(case).version == case.version


def test_the_page_leads_to_one_next_step_and_names_what_is_missing(client: Client, stage: Stage) -> None:
    case = make_decided(stage, rules.Outcome.SERIOUS)
    _, html = ask(client, stage.disa, "page", case.reference)
    assert f'href="/lex-sarah/{case.reference}/ivo/anmal/">Anmäl till IVO</a>' in html
    said = words_of(html)
    for words in ("ska anmälas snarast", "Allvarligt missförhållande", "4.2", "Disa", "Återkoppling till enheten"):
        assert words in said


def test_the_page_of_a_reported_case_tells_what_passed_with_ivo(client: Client, stage: Stage) -> None:
    case = make_told(stage)
    sent = {"text": "Hur gick det?", "asked_on": "2026-04-01", "version": case.version}
    ask(client, stage.cast.dag, "authority_asks", case.reference, **sent)
    html = ask(client, stage.cast.dag, "page", case.reference)[1]
    assert f'href="/lex-sarah/{case.reference}/ivo/fraga/1/svara/">Svara på frågan från IVO</a>' in html
    said = words_of(html)
    for words in ("3.1-1/2026", "Fråga 1 från IVO", "Hur gick det?", "Skriv in svaret"):
        assert words in said
    answer = {"answer": "Det gick bra.", "version": fresh(case).version}
    assert ask(client, stage.cast.dag, "answer_authority", case.reference, 1, **answer)[0] == HTTPStatus.OK
    assert AuthorityQuestion.objects.get().answer == "Det gick bra."


def test_what_was_sent_is_read_by_those_who_handle(client: Client, stage: Stage) -> None:
    case = make_told(stage)
    status, html = ask(client, stage.cast.dag, "sent", case.reference)
    assert status == HTTPStatus.OK
    assert SECRET in html
    assert ask(client, stage.cast.bo, "sent", case.reference)[0] == HTTPStatus.NOT_FOUND
    assert ask(client, stage.cast.dag, "sent", make_decided(stage).reference)[0] == HTTPStatus.NOT_FOUND


def test_a_proposal_is_given_taken_back_and_answered(client: Client, stage: Stage) -> None:
    case = make_decided(stage)
    cause = case.causes.get().part
    given = {"sort": "measure", "text": WORDS, "cause": cause, "unit": stage.cast.a.pk}
    assert ask(client, stage.cast.dag, "propose", case.reference)[0] == HTTPStatus.OK
    for _ in range(2):
        ask(client, stage.cast.dag, "propose", case.reference, **given, version=fresh(case).version)
    assert Proposal.objects.count() == 2
    ask(client, stage.cast.dag, "remove_proposal", case.reference, 2, version=fresh(case).version)
    assert ask(client, stage.cast.alice, "respond", case.reference, 1)[0] == HTTPStatus.OK
    answer = {"answer": "accepted", "reason": "Det stämmer.", "version": fresh(case).version}
    status, html = ask(client, stage.cast.alice, "respond", case.reference, 1, **answer)
    assert (status, Proposal.objects.get().answer) == (HTTPStatus.OK, "accepted")
    assert f"fran={case.reference}&amp;del=proposal-1" in html
    assert ask(client, stage.cast.alice, "respond", case.reference, 7)[0] == HTTPStatus.NOT_FOUND


def test_another_units_manager_meets_the_proposal_alone(client: Client, stage: Stage) -> None:
    case = make_decided(stage)
    proposed(stage, case)
    proposed(stage, case, stage.cast.b)
    status, html = ask(client, stage.cast.cecilia, "page", case.reference)
    assert status == HTTPStatus.OK
    assert "Du ser de förslag som din enhet ska svara på" in html
    assert html.count(WORDS) == 1
    assert SECRET not in html
    assert ask(client, stage.cast.cecilia, "respond", case.reference, 1)[0] in {
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
    }
    assert ask(client, stage.cast.cecilia, "sent", case.reference)[0] == HTTPStatus.NOT_FOUND
    for name in STEPS:
        assert SECRET not in ask(client, stage.cast.cecilia, name, case.reference)[1]
    status, html = ask(client, stage.cast.cecilia, "respond", case.reference, 2)
    assert status == HTTPStatus.OK
    assert SECRET not in html


def test_a_manager_who_is_shut_out_finds_no_page(client: Client, stage: Stage) -> None:
    case = make_decided(stage)
    proposed(stage, case)
    LexSarah.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    for name, args in (("page", ()), ("proposals", ()), ("respond", (1,)), ("close", ()), ("tell", ())):
        assert ask(client, stage.cast.alice, name, case.reference, *args)[0] == HTTPStatus.NOT_FOUND


def test_closing_lists_what_is_missing_with_links(client: Client, stage: Stage) -> None:
    case = make_decided(stage)
    answered(stage, proposed(stage, case))
    status, html = ask(client, stage.cast.dag, "close", case.reference)
    assert status == HTTPStatus.OK
    assert f'href="/lex-sarah/{case.reference}/aterkoppla/"' in html
    assert "Antagna förslag utan åtgärd: 1" in html
    status, html = ask(client, stage.cast.dag, "close", case.reference, version=fresh(case).version)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Det här saknas" in html


def test_a_lesson_is_asked_about_when_it_may_point_out_somebody(client: Client, stage: Stage) -> None:
    case, text = make_decided(stage), "Se till att Erik Svensson alltid får mat."
    sent = {"text": text, "units": [stage.cast.a.pk], "version": case.version}
    assert ask(client, stage.cast.dag, "share", case.reference)[0] == HTTPStatus.OK
    status, html = ask(client, stage.cast.dag, "share", case.reference, **sent)
    assert status == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Det kan stå något om en person" in html
    assert not LessonSent.objects.exists()
    ask(client, stage.cast.dag, "share", case.reference, **sent, sure="on")
    assert LessonSent.objects.count() == 1


def test_lessons_are_read_and_marked_by_the_units_manager(client: Client, stage: Stage) -> None:
    case = make_decided(stage)
    shared(stage, case)
    status, html = ask(client, stage.cast.cecilia, "lessons")
    assert status == HTTPStatus.OK
    assert LEARNT in html
    assert case.reference not in html
    sent = LessonSent.objects.get(unit=stage.cast.b)
    assert ask(client, stage.cast.alice, "lesson", sent.pk)[0] == HTTPStatus.NOT_FOUND
    assert ask(client, stage.cast.cecilia, "lesson", sent.pk, raised_on="2026-04-02")[0] == HTTPStatus.OK
    assert str(LessonSent.objects.get(pk=sent.pk).raised_on) == "2026-04-02"
    for outsider in (stage.cast.bo, stage.cast.hugo, stage.cast.gun):
        assert ask(client, outsider, "lessons")[0] == HTTPStatus.FORBIDDEN


def test_the_delegation_order_is_edited_by_who_administers_alone(client: Client, stage: Stage) -> None:
    status, html = ask(client, stage.cast.hugo, "delegations")
    assert status == HTTPStatus.OK
    assert "4.2" in html
    given = {"point": "5.1", "person": stage.disa.pk, "first_day": "2026-01-01"}
    assert ask(client, stage.cast.hugo, "new_delegation")[0] == HTTPStatus.OK
    assert ask(client, stage.cast.hugo, "new_delegation", **given, role="decision_maker")[0] == 422
    assert ask(client, stage.cast.hugo, "new_delegation", **given)[0] == HTTPStatus.OK
    made = Delegation.objects.get(point="5.1")
    assert ask(client, stage.cast.hugo, "end_delegation", made.pk, last_day="2026-12-31")[0] == HTTPStatus.OK
    assert str(Delegation.objects.get(pk=made.pk).last_day) == "2026-12-31"
    for outsider in (stage.cast.dag, stage.cast.alice, stage.cast.stranger):
        for name, args in (("delegations", ()), ("new_delegation", ()), ("end_delegation", (made.pk,))):
            assert ask(client, outsider, name, *args)[0] == HTTPStatus.FORBIDDEN
