"""Adding to a report: by whoever reported it, once; the investigator is told, and nothing else changes."""

from http import HTTPStatus

import pytest
from django.test import Client

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, reader_of
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.kernel.records.once import new_key
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah, Narrative, Part
from varvet.registers.lex_sarah.queries.papers import latest
from varvet.registers.lex_sarah.tests.ending import closed
from varvet.registers.lex_sarah.tests.factories import (
    LATER,
    Stage,
    events,
    happenings,
    make_opened,
    make_reported,
)
from varvet.registers.lex_sarah.tests.pages import address, fresh, get, send

MORE = "Det hände igen i dag."


def add(stage: Stage, case: LexSarah, *, text: str = MORE, key: str = "", by: User | None = None) -> None:
    actions.add_more(case=case, text=text, key=key or new_key(), by=by or stage.cast.bo, now=LATER)


def added(case: LexSarah) -> list[str]:
    return [row.text for row in Narrative.objects.filter(case=case, part=Part.MORE).order_by("pk")]


def told() -> list[tuple[str, str]]:
    rows = Notification.objects.filter(event=Event.ADDED).order_by("pk")
    return [(row.receiver.name, row.event) for row in rows.select_related("receiver")]


def test_more_is_kept_apart_and_told_in_the_trail(stage: Stage) -> None:
    case = make_reported(stage)
    before = happenings(case)
    add(stage, case)
    add(stage, case, text="Och en gång till.")
    assert added(case) == [MORE, "Och en gång till."]
    assert events(case) == ["received", "added_more", "added_more"]
    assert (fresh(case).version, happenings(case)) == (3, before)


def test_the_investigator_is_told(stage: Stage) -> None:
    add(stage, make_opened(stage))
    assert told() == [("Dag", "added")]


def test_before_anybody_is_named_those_nearest_are_told(stage: Stage) -> None:
    add(stage, make_reported(stage))
    assert {name for name, _ in told()} == {"Dag", "Eva"}


def test_of_a_joined_report_the_cases_investigator_is_told(stage: Stage) -> None:
    lead, report = make_opened(stage), make_reported(stage)
    report = actions.join(case=report, lead=lead, version=report.version, by=stage.cast.dag, now=NOW)
    add(stage, report)
    assert told() == [("Dag", "added")]
    assert added(report) == [MORE]


def test_a_double_click_adds_once(stage: Stage) -> None:
    case = make_reported(stage)
    for _ in range(2):
        add(stage, case, key="k" * 32)
    assert added(case) == [MORE]


@pytest.mark.parametrize("who", ["stranger", "alice", "dag", "gun"])
def test_nobody_else_adds(stage: Stage, who: str) -> None:
    case = make_reported(stage)
    with pytest.raises(NotAllowed):
        add(stage, case, by=getattr(stage.cast, who))
    assert not added(case)


def test_a_reporter_who_is_shut_out_adds_nothing(stage: Stage) -> None:
    case = make_reported(stage, confidentiality=Confidentiality.MANAGER_EXCLUDED)
    case.reporter_shut_out = True
    case.save()
    with pytest.raises(NotAllowed):
        add(stage, case)


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_is_no_addition(stage: Stage, text: str) -> None:
    with pytest.raises(RuleBroken, match="vad du vill lägga till"):
        add(stage, make_reported(stage), text=text)


def test_nothing_is_added_to_what_has_ended(stage: Stage) -> None:
    case = closed(stage)
    with pytest.raises(RuleBroken, match="Ärendet är avslutat"):
        add(stage, case)
    assert not rules.may(rules.Event.NOTE, case.status)


def test_a_document_holds_every_addition(stage: Stage) -> None:
    case = make_reported(stage)
    add(stage, case)
    add(stage, case, text="Och en gång till.")
    words = queries.read_narratives(reader_of(stage.cast.dag), fresh(case))
    assert latest(words)[Part.MORE] == f"{MORE}\n\nOch en gång till."


def test_in_the_browser_by_the_reporter_alone(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    answer = send(client, stage.cast.bo, address("my_report", case), key="k" * 32, more=MORE)
    assert answer["Location"] == address("my_report", case)
    page = get(client, stage.cast.bo, address("my_report", case)).content.decode()
    assert MORE in page
    assert "Du lade till något." in page
    assert MORE in get(client, stage.cast.dag, address("page", case)).content.decode()
    empty = send(client, stage.cast.bo, address("my_report", case), key="l" * 32, more="")
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    for other in (stage.cast.alice, stage.cast.stranger):
        answer = send(client, other, address("my_report", case), key="m" * 32, more="Nej.")
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert added(case) == [MORE]


def test_what_has_ended_says_so_instead_of_the_field(client: Client, stage: Stage) -> None:
    case = closed(stage)
    page = get(client, stage.cast.bo, address("my_report", case)).content.decode()
    assert 'name="more"' not in page
    assert "Gör en ny rapport" in page
