"""Reporting, following and listing lex Sarah, as people meet it."""

from http import HTTPStatus

from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import TODAY, make_person
from varvet.kernel.records.once import new_key
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.factories import (
    SECRET,
    Stage,
    make_completed,
    make_decided,
    make_opened,
    make_reported,
)
from varvet.registers.lex_sarah.tests.pages import address, get, send


def test_a_reporter_follows_in_plain_words_and_reads_no_investigation(client: Client, stage: Stage) -> None:
    case, bo = make_completed(stage), stage.cast.bo
    moved = get(client, bo, address("page", case))
    assert moved.url == address("my_report", case)  # type: ignore[attr-defined]  # of a redirect
    page = get(client, bo, address("my_report", case)).content.decode()
    assert "Utredningen är klar. Nu fattas beslut." in page
    assert SECRET in page
    assert "Så här: event" not in page
    assert case.reference in get(client, bo, reverse("lex_sarah:mine")).content.decode()
    assert get(client, bo, address("investigation", case)).status_code == HTTPStatus.NOT_FOUND
    assert get(client, stage.cast.alice, address("my_report", case)).status_code == HTTPStatus.NOT_FOUND


def test_a_report_for_another_says_who_told_it(client: Client, stage: Stage) -> None:
    given = {"key": new_key(), "what": SECRET, "unit": stage.cast.a.pk, "channel": "phone", "law": "lss"}
    refused = send(client, stage.cast.bo, reverse("lex_sarah:report"), **given)
    assert "Skriv vem som berättade" in refused.content.decode()
    send(client, stage.cast.bo, reverse("lex_sarah:report"), **given, told_by="En anhörig")
    case = LexSarah.objects.get()
    assert (case.channel, case.law, case.confirmed_on) == ("phone", "lss", None)
    assert "En anhörig" in get(client, stage.cast.dag, address("page", case)).content.decode()
    assert "En anhörig" not in get(client, stage.cast.bo, address("my_report", case)).content.decode()


def test_a_report_begun_is_kept_as_a_draft(client: Client, stage: Stage) -> None:
    bo = stage.cast.bo
    send(client, bo, reverse("lex_sarah:draft"), what="Halva rapporten")
    page = client.get(reverse("lex_sarah:report"), follow=True).content.decode()
    assert "Halva rapporten" in page
    assert not LexSarah.objects.exists()
    assert send(client, stage.cast.gun, reverse("lex_sarah:draft"), what="Nej").status_code == HTTPStatus.FORBIDDEN


def test_the_receipt_says_who_reads_it_and_is_the_reporters_alone(client: Client, stage: Stage) -> None:
    case = make_reported(stage, occurred_day=TODAY)
    page = get(client, stage.cast.bo, address("receipt", case)).content.decode()
    assert "SAS, socialt ansvarig samordnare" in page
    assert "SoL 27 kap. 2 §" in page
    assert get(client, stage.cast.dag, address("receipt", case)).status_code == HTTPStatus.NOT_FOUND


def test_the_list_is_narrowed_by_type_act_outcome_and_investigator(client: Client, stage: Stage) -> None:
    opened, decided = make_opened(stage), make_decided(stage)
    make_person("Sam", "social_coordinator", stage.cast.root)
    asked = {
        "?lage=alla&typ=legal_security": {opened.reference, decided.reference},
        "?lage=alla&typ=treatment": set(),
        "?lage=alla&lag=lss": set(),
        "?lage=alla&beslut=misconduct": {decided.reference},
        "?lage=alla&utredare=jag": {opened.reference, decided.reference},
        "?lage=alla&utredare=ingen": set(),
        "?lage=alla&fran=2099-01-01": set(),
    }
    for query, expected in asked.items():
        page = get(client, stage.cast.dag, reverse("lex_sarah:list") + query).content.decode()
        assert {one.reference for one in (opened, decided) if one.reference in page} == expected, query
