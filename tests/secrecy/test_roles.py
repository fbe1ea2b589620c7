"""Inside the scope but not theirs to do: 403 with a sentence. And the one who runs the system reads nothing."""

import re

import pytest
from django.urls import reverse

from tests.secrecy.people import WORDS, Sent, browser_of, text_in
from varvet.insight.measures.address import signed
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register

REGISTERS = [
    "/avvikelser/",
    "/lex-sarah/",
    "/synpunkter/",
    "/atgarder/",
    "/egenkontroll/",
    "/personuppgiftsincidenter/",
    "/lex-sarah-i-enskild-regi/",
    "/brukarmedverkan/",
    "/felaktiga-utbetalningar/",
    "/risker/",
]
REPORT = ["/kvalitetsberattelse/", "/kvalitetsberattelse/2023/", "/kvalitetsberattelse/2023/pdf/"]
ASK = "matt=deviations.received&rot=bromma&fran=2023-01-01&till=2023-12-31"
REFERENCE = re.compile(r"\b[A-Z]{3}-\d{4}-\d{4}\b")


@pytest.mark.parametrize(("name", "step"), [("Bo Ek", "bedom"), ("Bo Ek", "avsluta"), ("Dag Holm", "avsluta")])
def test_a_step_that_is_not_theirs_is_refused_with_who_could(sent: Sent, name: str, step: str) -> None:
    browser, version = browser_of(name), sent.record.version
    for answer in (browser.get(f"{sent.page}{step}/"), browser.post(f"{sent.page}{step}/", {"version": version})):
        assert answer.status_code == 403
        assert "Det får: enhetschef" in text_in(answer)
        assert not [word for word in WORDS if word in text_in(answer)]
    assert Record.objects.get(pk=sent.record.pk).version == version


@pytest.mark.parametrize("name", ["Gun Dahl", "Hugo Lind"])
@pytest.mark.parametrize("address", [*REGISTERS, "/avvikelser/samlat/", "/fragor/"])
def test_lists_are_closed_to_those_who_do_not_handle(sent: Sent, name: str, address: str) -> None:
    answer = browser_of(name).get(address)
    assert answer.status_code == 403
    assert not REFERENCE.search(text_in(answer))


@pytest.mark.parametrize("address", [*REPORT, "/siffror/"])
def test_the_administrator_reads_no_report(town: None, address: str) -> None:
    answer = browser_of("Hugo Lind").get(f"{address}?{signed(ASK)}")
    assert answer.status_code == 403
    assert "Din roll läser inte kvalitetsberättelsen" in text_in(answer)


@pytest.mark.parametrize("address", ["/", "/meny/"])
def test_the_administrators_menu_leads_to_no_register(town: None, address: str) -> None:
    page = browser_of("Hugo Lind").get(address).content.decode()
    assert not [place for place in (*REGISTERS, "/kvalitetsberattelse/", "/rapportera/") if f'href="{place}"' in page]
    assert not REFERENCE.search(page)


def test_the_administrator_opens_no_record_of_any_register(town: None) -> None:
    browser, newest = browser_of("Hugo Lind"), Record.objects.filter(root__slug="bromma").order_by("-pk")
    kinds = {record.kind: record for record in newest}
    assert len(kinds) >= 5
    for kind, record in kinds.items():
        assert browser.get(reverse(get_register(kind).page, args=[record.reference])).status_code == 404


def test_the_board_reads_the_report_without_opening_any_record(sent: Sent) -> None:
    browser = browser_of("Gun Dahl")
    assert browser.get("/kvalitetsberattelse/2023/").status_code == 200
    behind = text_in(browser.get(f"/siffror/?{signed(ASK)}"))
    assert "Du kan inte öppna ärendena bakom siffran" in behind
    assert not REFERENCE.search(behind)
