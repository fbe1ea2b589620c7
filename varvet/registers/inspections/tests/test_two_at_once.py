"""Two at once: every form of an inspection tells the second what the first did, and overwrites nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from django.test import Client

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.ui.tests.written_twice import Second, refused_and_told
from varvet.registers.inspections import actions, rules
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Event, Finding
from varvet.registers.inspections.tests.factories import (
    announced,
    answered,
    answering,
    closed,
    decided,
    fresh,
    page_of,
    question,
    questionnaire,
    received,
    settled,
)

TODAY_SAID, NEW_ANSWER = TODAY.isoformat(), "Barnen träffas två gånger före varje beslut"
SETTLE = "punkt/1/"


def noted(inspection: Inspection, cast: Cast) -> object:
    words = "Vi har ringt och frågat."
    return actions.note(inspection=inspection, words=words, version=inspection.version, by=cast.eva, now=NOW)


def written(inspection: Inspection, cast: Cast) -> object:
    known = {"version": inspection.version, "by": cast.eva, "now": NOW}
    return actions.write_answer(inspection=inspection, words=NEW_ANSWER, **known)  # type: ignore[arg-type]  # its own


def described(inspection: Inspection, cast: Cast) -> object:
    about = actions.About(rules.Sort.EXTERNAL, "ivo", "Det nya ämnet", cast.a)
    known = {"version": inspection.version, "by": cast.eva, "now": NOW}
    return actions.describe(inspection=inspection, about=about, due_on=None, **known)  # type: ignore[arg-type]  # its own


def reopened(inspection: Inspection, cast: Cast) -> object:
    reason = "Ett nytt beslut har kommit."
    return actions.reopen(inspection=inspection, reason=reason, version=inspection.version, by=cast.eva, now=NOW)


@dataclass(frozen=True)
class Case:
    event: Event
    make: Callable[[Cast], Inspection]
    fields: Mapping[str, object]
    page: str
    first: Callable[[Inspection, Cast], object] = noted
    said: tuple[str, ...] = ("Eva",)


REASON = {"reason": "Mina skäl"}
FOUND = {"kind": Finding.CRITICISM, "line": "Min egen punkt"}
CASES = [
    Case(Event.RECEIVE, announced, {"received_on": TODAY_SAID, "demand": "Mitt krav"}, "borja/"),
    Case(Event.ANSWER, answering, {"words": "Mitt eget svar"}, "svara/", written, (NEW_ANSWER, "Eva")),
    Case(Event.SEND, answering, {"sent_on": TODAY_SAID}, "skicka/"),
    Case(Event.DECIDE, answered, {"decided_on": TODAY_SAID, **FOUND}, "besluta/"),
    Case(Event.FIND, decided, FOUND, "punkt/"),
    Case(Event.FOLLOW, settled, {"follow_on": "2026-05-01"}, "folj-upp/"),
    Case(Event.CLOSE, settled, {"words": "Mina ord"}, "avsluta/"),
    Case(Event.REOPEN, closed, REASON, "ateroppna/", reopened),
    Case(Event.WITHDRAW, announced, REASON, "aterkalla/"),
    Case(Event.DESCRIBE, announced, {"subject": "Mitt ämne", "by": "ivo"}, "andra/", described, ("Det nya ämnet",)),
    Case(Event.ASSIGN, received, {}, "ansvarig/"),
    Case(Event.NOTE, received, {"words": "Min anteckning"}, "anteckna/"),
]


@pytest.mark.parametrize("case", CASES, ids=[str(case.event) for case in CASES])
def test_the_second_is_told_and_nothing_is_overwritten(client: Client, cast: Cast, case: Case) -> None:
    held = fresh(case.make(cast))
    client.force_login(cast.alice)
    units = {"unit": cast.a.pk} if case.event is Event.DESCRIBE else {}
    second = Second(page_of(held, case.page), {**case.fields, **units}, case.said)
    refused_and_told(client, held, lambda: case.first(held, cast), second)


def test_two_who_say_what_is_done_about_a_point(client: Client, cast: Cast) -> None:
    held = fresh(decided(cast))
    client.force_login(cast.alice)

    def first() -> object:
        said = actions.Settled(held.unit, "Det första viktigaste", "")
        return actions.settle(inspection=held, number=1, settled=said, version=held.version, by=cast.eva, now=NOW)

    fields = {"unit": cast.a.pk, "important": "Mitt viktigaste"}
    refused_and_told(client, held, first, Second(page_of(held, SETTLE), fields, ("Det första viktigaste", "Eva")))


def test_two_who_answer_the_same_question(client: Client, cast: Cast) -> None:
    held = fresh(questionnaire(cast))
    client.force_login(cast.alice)

    def first() -> object:
        known = {"version": 0, "by": cast.eva, "now": NOW}
        return actions.answer(inspection=held, number=1, words=NEW_ANSWER, **known)  # type: ignore[arg-type]  # its own

    second = Second(page_of(held, "fragor/1/"), {"words": "Mitt eget svar", "version": 0}, (NEW_ANSWER,))
    refused_and_told(client, held, first, second)
    assert question(held).answer == NEW_ANSWER


@pytest.mark.parametrize(
    ("where", "fields"), [("nya/", {"questions": "En fråga till?"}), ("fordela/", {"numbers": ["1"]})]
)
def test_two_who_put_in_or_give_out_questions(
    client: Client, cast: Cast, where: str, fields: dict[str, object]
) -> None:
    held = fresh(questionnaire(cast))
    client.force_login(cast.alice)
    refused_and_told(client, held, lambda: noted(held, cast), Second(page_of(held, f"fragor/{where}"), fields, ()))


def test_every_form_of_one_inspection_is_here() -> None:
    """What is done about a point is a page of `find`."""
    assert {case.event for case in CASES} == set(Event)
