"""The report's pages: who may read them, whose they are, the files, and the records behind a figure."""

import io
import json
from datetime import date
from html import unescape

import pytest
from django.test import Client
from openpyxl import load_workbook

from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.measures.address import signed
from varvet.insight.measures.tests.samples import add_fact, add_record
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.organisation.settings_of_root import choose

pytestmark = [pytest.mark.django_db, pytest.mark.facts_differ]  # facts are written by hand here
LIST, REPORT = "/kvalitetsberattelse/", "/kvalitetsberattelse/2026/"
FIGURE = "matt=samples.count&rot=exempelby&fran=2026-01-01&till=2026-12-31"
READERS = ("alice", "bo", "cecilia", "dag", "eva", "gun")


@pytest.fixture
def year(cast: Cast) -> Cast:
    add_fact(cast.a, date(2026, 3, 1), register="deviations", happening="received", count=17)
    return cast


@pytest.fixture
def behind(cast: Cast, samples: None) -> Cast:
    add_record(cast, cast.a, 1)
    add_record(cast, cast.b, 2)
    return cast


def figure(client: Client, user: User, query: str, status: int = 200) -> str:
    return page(client, user, f"/siffror/?{signed(query)}", status)


def page(client: Client, user: User, address: str, status: int = 200) -> str:
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status, address
    return unescape(response.content.decode())


@pytest.mark.parametrize("name", READERS)
def test_everyone_in_the_work_reads_the_report(year: Cast, client: Client, name: str) -> None:
    user = getattr(year, name)
    assert "Kvalitetsberättelse 2026" in page(client, user, LIST)
    text = page(client, user, REPORT)
    assert "Exempelby" in text
    assert "Övriga avvikelser per enhet" in text


@pytest.mark.parametrize("address", [LIST, REPORT, f"{REPORT}pdf/", f"/siffror/?{FIGURE}"])
def test_an_administrator_is_told_why_not(year: Cast, client: Client, address: str) -> None:
    said = page(client, year.hugo, address, 403)
    assert "Din roll läser inte kvalitetsberättelsen. Be din chef om du behöver den." in said
    assert "avvikelser per enhet" not in said


@pytest.mark.parametrize("address", [LIST, REPORT, f"/siffror/?{FIGURE}"])
def test_nobody_reads_without_logging_in_and_nobody_posts(year: Cast, client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 302
    client.force_login(year.eva)
    assert client.post(address).status_code == 405


def test_somebody_without_a_role_finds_nothing(year: Cast, client: Client) -> None:
    page(client, User.objects.create_user(email="x@example.org", name="X"), REPORT, 404)


def test_another_roots_year_is_not_found(year: Cast, client: Client) -> None:
    assert "Inget är räknat än" in page(client, year.stranger, LIST)
    page(client, year.stranger, REPORT, 404)
    page(client, year.stranger, f"{REPORT}json/", 404)


@pytest.mark.parametrize("address", ["1999/", "99999999999/", "2026/odt/", "2026/../", "2026/pdf/x/"])
def test_what_there_is_not_is_not_found(year: Cast, client: Client, address: str) -> None:
    page(client, year.eva, LIST + address, 404)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_downloaded_with_its_name_and_kind(year: Cast, client: Client, name: str) -> None:
    client.force_login(year.eva)
    response = client.get(f"{REPORT}{name}/")
    chosen = FORMATS[name]
    assert response.status_code == 200
    assert response["Content-Type"] == chosen.media_type
    assert response["Content-Disposition"] == f'attachment; filename="kvalitetsberattelse-2026.{chosen.suffix}"'
    begins = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "html": b"<!doctype", "json": b"{"}
    assert response.content.lower().startswith(begins[name].lower())


def test_downloaded_files_hold_the_figures_of_the_page(year: Cast, client: Client) -> None:
    client.force_login(year.eva)
    said = json.loads(client.get(f"{REPORT}json/").content)
    assert next(t for t in said["tables"] if t["id"] == "avvikelser")["totals"]["2026"] == 17
    book = load_workbook(io.BytesIO(client.get(f"{REPORT}xlsx/").content))
    assert 17 in {cell.value for sheet in book for line in sheet.iter_rows() for cell in line}
    assert ">17<" in page(client, year.eva, REPORT).replace("\n", "")


def test_a_template_with_a_slip_is_a_sentence_and_no_error_page(year: Cast, client: Client) -> None:
    choose(year.root, "report_template", "bromma", first_day=LONG_AGO)
    assert "Berättelsen kan inte visas. Dess mall eller text pekar på något som inte finns." in page(
        client, year.eva, REPORT, 409
    )


def test_behind_a_figure_stand_the_readers_own_records(behind: Cast, client: Client) -> None:
    text = figure(client, behind.alice, FIGURE)
    assert "2 prov count" in text
    assert "Antal prov. Avser 1 januari–31 december 2026." in text
    assert "PRO-2026-0001" in text
    assert "PRO-2026-0002" not in text
    assert "1 till ligger i enheter där du inte handlägger." in text


def test_without_scope_no_reference_is_shown(behind: Cast, client: Client) -> None:
    for user in (behind.gun, behind.bo):
        text = figure(client, user, FIGURE)
        assert "PRO-" not in text
        assert "Du kan inte öppna ärendena bakom siffran" in text
        assert "2 prov count" in text


def test_a_figure_of_nothing_and_a_share_are_said_as_they_are(cast: Cast, samples: None, client: Client) -> None:
    assert "Inget ärende ligger bakom siffran" in figure(client, cast.alice, FIGURE)
    share = FIGURE.replace("count", "share")
    assert "– prov share" in figure(client, cast.alice, share)
    add_fact(cast.a, date(2026, 2, 1), numerator=3, denominator=4, record_id=999_999)
    text = figure(client, cast.alice, share)
    assert "75\u202f% prov share" in text
    assert "1 är gallrade. Bara räkningen finns kvar." in text


def test_a_figure_nobody_was_shown_is_not_found(behind: Cast, client: Client) -> None:
    page(client, behind.eva, f"/siffror/?{FIGURE}", 404)
    page(client, behind.eva, f"/siffror/?{signed(FIGURE)}&kind=x", 404)


def test_another_roots_figure_is_not_found(behind: Cast, client: Client) -> None:
    figure(client, behind.stranger, FIGURE, 404)
    figure(client, behind.eva, FIGURE.replace("exempelby", "annanstad"), 404)


@pytest.mark.parametrize(
    "query",
    [
        "", "matt=samples.count", "x", "%00", "matt=samples.count&rot=exempelby&fran=2026-01-01&till=igår",
        "matt=samples.nix&rot=exempelby&fran=2026-01-01&till=2026-12-31",
        "matt=samples.count&rot=exempelby&fran=2026-01-01&till=2026-12-31&unit=a%00",
        "matt=samples.count&rot=exempelby&fran=2026-01-01&till=2026-12-31" + "&unit=a" * 900,
    ],
)  # fmt: skip
def test_a_mangled_address_is_not_found(behind: Cast, client: Client, query: str) -> None:
    figure(client, behind.eva, query, 404)


@pytest.mark.parametrize(
    "more", ["&unit=%27;--", "&unit=%F0%9F%99%82", "&kind=" + "x" * 500, "&unit=%FF", "&den=2026-01-01"]
)
def test_a_hostile_value_matches_nothing(behind: Cast, client: Client, more: str) -> None:
    text = figure(client, behind.eva, FIGURE + more)
    assert ("PRO-" in text) is (more == "&den=2026-01-01")


def test_days_at_the_ends_of_time_are_no_error(behind: Cast, client: Client) -> None:
    query = "matt=samples.count&rot=exempelby&fran=0001-01-01&till=9999-12-31"
    assert "2 prov count" in figure(client, behind.eva, query)


def test_the_last_day_is_counted_and_the_day_after_is_not(cast: Cast, samples: None, client: Client) -> None:
    add_record(cast, cast.a, 5)
    assert "1 prov count" in figure(client, cast.alice, FIGURE.replace("2026-12-31", "2026-03-09"))
    assert "0 prov count" in figure(client, cast.alice, FIGURE.replace("2026-12-31", "2026-03-08"))
