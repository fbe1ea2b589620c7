"""The pages of each step: in, refused, not there; and what is sent is done."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.tests.cast import LONG_AGO
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.drafts import get_draft
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import Cause, Impartiality, LexSarah, Narrative, Part, progress_of
from varvet.registers.lex_sarah.rules import SECTIONS, Channel, Role, Status
from varvet.registers.lex_sarah.tests.factories import (
    Stage,
    make_completed,
    make_decided,
    make_opened,
    make_reported,
    write_all,
)
from varvet.registers.lex_sarah.tests.pages import address, fresh, get, send

BEFORE = ["open", "decline", "assign", "declare", "make_safe", "inform", "case_reference", "secrecy", "join"]
WITHIN = ["investigation", "causes", "events", "complete"]


@pytest.mark.parametrize("name", BEFORE)
def test_each_step_of_a_received_report_has_its_page(client: Client, stage: Stage, name: str) -> None:
    where = address(name, make_reported(stage))
    assert get(client, stage.cast.dag, where).status_code == HTTPStatus.OK
    assert get(client, stage.cast.stranger, where).status_code == HTTPStatus.NOT_FOUND
    if name != "declare":
        assert get(client, stage.cast.alice, where).status_code == HTTPStatus.FORBIDDEN


def test_where_every_report_is_investigated_no_form_offers_anything_else(client: Client, stage: Stage) -> None:
    choose(stage.cast.root, rules.DECLINABLE, [], first_day=LONG_AGO)
    answer = get(client, stage.cast.dag, address("decline", make_reported(stage)))
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Er organisation utreder varje rapport." in answer.content.decode()


@pytest.mark.parametrize("name", WITHIN)
def test_each_page_of_an_investigation(client: Client, stage: Stage, name: str) -> None:
    where = address(name, make_opened(stage))
    assert get(client, stage.cast.dag, where).status_code == HTTPStatus.OK
    assert get(client, stage.cast.stranger, where).status_code == HTTPStatus.NOT_FOUND
    expected = HTTPStatus.OK if name == "investigation" else HTTPStatus.FORBIDDEN
    assert get(client, stage.cast.alice, where).status_code == expected


@pytest.mark.parametrize("place", [*SECTIONS])
def test_each_section_is_written_and_leads_to_the_next(client: Client, stage: Stage, place: str) -> None:
    case = make_opened(stage)
    where = address("section", case, place)
    assert get(client, stage.cast.dag, where).status_code == HTTPStatus.OK
    assert get(client, stage.cast.alice, where).status_code == HTTPStatus.FORBIDDEN
    assert get(client, stage.cast.bo, where).status_code == HTTPStatus.NOT_FOUND
    sent = send(client, stage.cast.dag, where, version=case.version, text="Så här var det.")
    assert progress_of(case).written == {place}
    following = next(other for other in SECTIONS if other != place)
    assert sent.url == address("section", case, following)  # type: ignore[attr-defined]  # of a redirect


def test_an_unknown_section_is_not_there(client: Client, stage: Stage) -> None:
    assert get(client, stage.cast.dag, address("section", make_opened(stage), "decision")).status_code == 404


def test_of_two_who_write_one_is_shown_what_the_other_wrote(client: Client, stage: Stage) -> None:
    case = make_opened(stage)
    where = address("section", case, "event")
    send(client, stage.cast.eva, where, version=case.version, text="Evas ord.")
    answer = send(client, stage.cast.dag, where, version=case.version, text="Dags ord.")
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ett avsnitt i utredningen skrevs." in page
    assert "Dags ord." in page
    assert Narrative.objects.get(case=case, part=Part.EVENT).text == "Evas ord."


def test_a_draft_is_kept_for_its_writer_alone_and_is_not_the_investigation(client: Client, stage: Stage) -> None:
    case, dag = make_opened(stage), stage.cast.dag
    where = address("section_draft", case, "again")
    assert send(client, dag, where, version=case.version, base="", text="Halvfärdigt").status_code == HTTPStatus.FOUND
    assert "Halvfärdigt" in get(client, dag, address("section", case, "again")).content.decode()
    assert "Halvfärdigt" not in get(client, stage.cast.eva, address("section", case, "again")).content.decode()
    assert progress_of(case).written == frozenset()
    client.force_login(dag)
    by_itself = client.post(where, {"text": "Mer"}, headers={"HX-Request": "true"})
    assert by_itself.status_code == HTTPStatus.NO_CONTENT
    kept = get_draft(owner=dag, form=actions.draft_of(case, "again"), today=timezone.localdate())
    assert kept["text"] == "Mer"


def test_a_draft_of_what_another_has_written_since_keeps_its_version(client: Client, stage: Stage) -> None:
    case, dag = make_opened(stage), stage.cast.dag
    send(client, dag, address("section_draft", case, "event"), version=case.version, base="", text="Dags utkast")
    send(client, stage.cast.eva, address("section", case, "event"), version=case.version, text="Evas ord.")
    form = get(client, dag, address("section", case, "event")).context["form"]  # type: ignore[attr-defined]
    assert (form["text"].value(), int(form["version"].value())) == ("Dags utkast", case.version)
    assert fresh(case).version > case.version


def test_opening_names_an_investigator_without_conflict(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    given = {"version": 1, "law": "lss", "category": stage.type_called("treatment").pk}
    refused = send(client, stage.cast.dag, address("open", case), **given, investigator=stage.cast.eva.pk)
    assert "Intyga att du inte är jävig" in refused.content.decode()
    send(client, stage.cast.dag, address("open", case), **given, investigator=stage.cast.eva.pk, impartial="on")
    opened = fresh(case)
    assert (opened.status, opened.law, opened.investigator) == (Status.OPENED, "lss", stage.cast.eva)


def test_nobody_with_a_conflict_is_offered(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    said = actions.Declaration(Role.INVESTIGATOR, True, "Granne.")
    actions.declare(case=case, declaration=said, version=1, by=stage.cast.eva, now=timezone.now())
    page = get(client, stage.cast.dag, address("open", case)).content.decode()
    assert f'value="{stage.cast.dag.pk}"' in page
    assert f'value="{stage.cast.eva.pk}">Eva' not in page


def test_declining_is_offered_where_the_root_allows_it(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    where = address("page", case)
    assert address("decline", case) in get(client, stage.cast.dag, where).content.decode()
    choose(stage.cast.root, rules.DECLINABLE, [], first_day=LONG_AGO)
    page = get(client, stage.cast.dag, where).content.decode()
    assert address("decline", case) not in page


def test_a_report_is_left_uninvestigated_with_the_case_that_it_is(client: Client, stage: Stage) -> None:
    other, case = make_opened(stage), make_reported(stage)
    given = {"version": 1, "reason": "same_event", "explanation": "Samma kväll."}
    where = address("decline", case)
    assert "nummer du utreder" in send(client, stage.cast.dag, where, **given, other="LXS-1").content.decode()
    send(client, stage.cast.dag, where, **given, other=other.reference)
    assert fresh(case).status == Status.NOT_OPENED


def test_reports_are_joined_by_choice_and_taken_loose(client: Client, stage: Stage) -> None:
    lead, case = make_opened(stage), make_reported(stage)
    page = get(client, stage.cast.dag, address("join", case)).content.decode()
    assert lead.reference in page
    send(client, stage.cast.dag, address("join", case), version=1, chosen=lead.reference)
    assert fresh(case).joined_to == lead
    here = get(client, stage.cast.dag, address("page", case)).content.decode()
    assert f'Utreds i <a href="{address("page", lead)}"' in here
    assert address("leave", case) in here
    assert f">{case.reference}</a>" in get(client, stage.cast.dag, address("page", lead)).content.decode()
    send(client, stage.cast.dag, address("leave", case), version=fresh(case).version)
    assert fresh(case).joined_to is None


def test_what_is_noted_is_noted(client: Client, stage: Stage) -> None:
    case, dag = make_reported(stage, channel=Channel.PHONE, told_by="En anhörig"), stage.cast.dag
    sent: list[tuple[str, dict[str, object]]] = [
        ("confirm", {}),
        ("make_safe", {"text": "Låset är bytt."}),
        ("inform", {"told": "yes", "day": timezone.localdate().isoformat(), "words": "Ringde."}),
        ("case_reference", {"number": "VIVA 17"}),
        ("assign", {"investigator": stage.cast.eva.pk, "reason": ""}),
        ("declare", {"role": "investigator", "conflict": "no", "reason": ""}),
        ("secrecy", {"confidentiality": "manager_excluded", "reason": "Gäller chefen."}),
    ]
    for name, given in sent:
        answer = send(client, dag, address(name, case), version=fresh(case).version, **given)
        assert answer.status_code == HTTPStatus.FOUND, name
    now = fresh(case)
    assert (now.confirmed_on, now.informed_on) == (timezone.localdate(), timezone.localdate())
    assert (now.investigator, now.confidentiality) == (stage.cast.eva, Confidentiality.MANAGER_EXCLUDED)
    assert Impartiality.objects.get().person == dag


def test_information_without_its_day_comes_back(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    given = {"version": 1, "told": "yes", "day": "", "words": "Ringde."}
    answer = send(client, stage.cast.dag, address("inform", case), **given)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv dagen." in answer.content.decode()


def test_the_number_is_shown_when_asked_for_and_that_is_noted(client: Client, stage: Stage) -> None:
    case, now = make_reported(stage), timezone.now()
    actions.set_case_reference(case=case, number="VIVA 17", version=1, by=stage.cast.dag, now=now)
    where = address("page", case)
    assert "VIVA 17" not in get(client, stage.cast.dag, where).content.decode()
    assert not ReadEvent.objects.filter(part="case_reference").exists()
    assert "VIVA 17" in get(client, stage.cast.dag, f"{where}?nummer=1").content.decode()
    assert ReadEvent.objects.filter(part="case_reference").count() == 1
    assert "VIVA 17" not in get(client, stage.cast.eva, f"{where}?nummer=1").content.decode()


def test_causes_and_events_are_added_changed_and_removed(client: Client, stage: Stage) -> None:
    case, dag = make_opened(stage), stage.cast.dag
    send(client, dag, address("causes", case), version=2, category="routine", words="Ingen visste.")
    cause = Cause.objects.get()
    send(client, dag, address("excuse", case, cause.pk), version=3, reason="Rutinen finns.")
    assert Cause.objects.get().needs_no_measure
    send(client, dag, address("remove_cause", case, cause.pk), version=4)
    assert not Cause.objects.exists()
    given = {"category": stage.type_called("treatment").pk, "day": "", "words": "En till."}
    send(client, dag, address("events", case), version=5, **given)
    second = case.events.get(number=2)
    send(client, dag, address("change_event", case, second.pk), version=6, **given | {"words": "Ändrad."})
    page = get(client, dag, address("investigation", case)).content.decode()
    assert "Ändrad." in page
    assert "En till." not in page
    send(client, dag, address("remove_event", case, second.pk), version=7)
    assert case.events.count() == 1


def test_parts_of_other_cases_are_not_there(client: Client, stage: Stage) -> None:
    mine, other = make_opened(stage), make_opened(stage)
    event = other.events.get()
    assert get(client, stage.cast.dag, address("change_event", mine, event.pk)).status_code == HTTPStatus.NOT_FOUND


def test_what_is_missing_is_listed_with_links_until_it_is_complete(client: Client, stage: Stage) -> None:
    case = make_opened(stage)
    page = get(client, stage.cast.dag, address("investigation", case)).content.decode()
    for place in SECTIONS:
        assert address("section", case, place) in page
    assert address("inform", case) in page
    refused = send(client, stage.cast.dag, address("complete", case), version=case.version)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Utredningen är inte hel" in refused.content.decode()
    case = write_all(stage, case)
    assert "Inget saknas" in get(client, stage.cast.dag, address("investigation", case)).content.decode()
    send(client, stage.cast.dag, address("complete", case), version=case.version)
    assert fresh(case).status == Status.INVESTIGATED


def test_a_completed_investigation_is_read_and_no_longer_written(client: Client, stage: Stage) -> None:
    case = make_completed(stage)
    page = get(client, stage.cast.dag, address("investigation", case)).content.decode()
    assert "Så här: event" in page
    assert "/avsnitt/" not in page
    refused = get(client, stage.cast.dag, address("section", case, "event"))
    assert refused.status_code == HTTPStatus.CONFLICT


def test_themes_that_return_show_only_what_the_reader_may_open(client: Client, stage: Stage) -> None:
    earlier = make_decided(stage)
    hidden = make_decided(stage)
    LexSarah.objects.filter(pk=hidden.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    case = make_opened(stage)
    for_dag = get(client, stage.cast.dag, address("investigation", case)).content.decode()
    assert earlier.reference in for_dag
    assert hidden.reference in for_dag
    for_alice = get(client, stage.cast.alice, address("investigation", case)).content.decode()
    assert earlier.reference in for_alice
    assert hidden.reference not in for_alice


def test_a_manager_shut_out_finds_no_page_at_all(client: Client, stage: Stage) -> None:
    case = make_opened(stage)
    LexSarah.objects.filter(pk=case.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    for name in ["page", *BEFORE, *WITHIN, "receipt", "my_report", "leave", "confirm"]:
        assert get(client, stage.cast.alice, address(name, case)).status_code == HTTPStatus.NOT_FOUND, name
    assert case.reference not in get(client, stage.cast.alice, reverse("lex_sarah:list")).content.decode()
