"""Inside the scope but not theirs to do: 403 with a sentence. And the one who runs the system reads nothing."""

import re

import pytest

from tests.secrecy.people import WORDS, Sent, browser_of, text_in
from varvet.kernel.records.models import Record

REGISTERS = ["/avvikelser/", "/lex-sarah/", "/synpunkter/", "/atgarder/", "/egenkontroll/"]
REPORT = ["/kvalitetsberattelse/", "/kvalitetsberattelse/2023/", "/kvalitetsberattelse/2023/pdf/"]
FIGURE = "/siffror/?matt=deviations.received&rot=bromma&fran=2023-01-01&till=2023-12-31"
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
@pytest.mark.parametrize("address", [*REGISTERS, "/avvikelser/samlat/", "/lex-sarah/fragor/"])
def test_lists_are_closed_to_those_who_do_not_handle(sent: Sent, name: str, address: str) -> None:
    answer = browser_of(name).get(address)
    assert answer.status_code == 403
    assert not REFERENCE.search(text_in(answer))


@pytest.mark.parametrize("address", [*REPORT, FIGURE])
def test_the_administrator_reads_no_report(town: None, address: str) -> None:
    answer = browser_of("Hugo Lind").get(address)
    assert answer.status_code == 403
    assert "Din roll läser inte kvalitetsberättelsen" in text_in(answer)


@pytest.mark.parametrize("address", ["/", "/meny/"])
def test_the_administrators_menu_leads_to_no_register(town: None, address: str) -> None:
    page = browser_of("Hugo Lind").get(address).content.decode()
    assert not [place for place in (*REGISTERS, "/kvalitetsberattelse/", "/rapportera/") if f'href="{place}"' in page]
    assert not REFERENCE.search(page)


def test_the_administrator_opens_no_record_of_any_register(town: None) -> None:
    browser, pages = (
        browser_of("Hugo Lind"),
        dict(zip(("deviations", "lex_sarah", "feedback", "improvements", "self_checks"), REGISTERS, strict=True)),
    )
    for kind, address in pages.items():
        reference = Record.objects.filter(kind=kind, root__slug="bromma").values_list("reference", flat=True)[0]
        assert browser.get(f"{address}{reference}/").status_code == 404


def test_the_board_reads_the_report_without_opening_any_record(sent: Sent) -> None:
    browser = browser_of("Gun Dahl")
    assert browser.get("/kvalitetsberattelse/2023/").status_code == 200
    behind = text_in(browser.get(FIGURE))
    assert "Du kan inte öppna ärendena bakom siffran" in behind
    assert not REFERENCE.search(behind)
