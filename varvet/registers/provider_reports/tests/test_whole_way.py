"""A report from the information to its end, through the pages, as those who handle it go."""

import re

import pytest
from django.test import Client

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.once import new_key
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Status
from varvet.registers.provider_reports.tests.factories import PAGES, SECRET, fresh, make_provider, page_of


def register(cast: Cast, client: Client) -> ProviderReport:
    sent = {
        "key": new_key(),
        "provider": make_provider(cast).pk,
        "unit": cast.a.pk,
        "informed_on": "2026-03-12",
        "channel": "mail",
        "what": SECRET,
        "law": "sol",
        "ours": "yes",
        "case_reference": "2026-778",
    }
    answer = client.post(f"{PAGES}ny/", sent)
    assert answer.status_code == 302, text_of(answer)
    return ProviderReport.objects.get()


def take(client: Client, report: ProviderReport, step: str, **values: object) -> str:
    """The step's page is opened and its form sent; the record's page afterwards."""
    address = page_of(report, step)
    opened = text_of(client.get(address))
    version = re.search(r'name="version" value="(\d+)"', opened)
    assert version is not None, opened
    answer = client.post(address, {"version": version[1], **values}, follow=True)
    assert answer.redirect_chain, text_of(answer)
    return text_of(answer)


@pytest.mark.django_db
def test_from_the_information_to_the_end(cast: Cast) -> None:
    client = as_(cast.dag)
    report = register(cast, client)
    today = "2099-01-31"
    take(client, report, "begar/", due_on=today, words="")
    take(client, report, "ta-emot/", received_on="2026-03-14", outcome="serious", words="Ingen bevakade listan.")
    shown = take(client, report, "bedom/", agreement="partly", grounds="Orsakerna är för ytligt beskrivna.")
    assert "Då ska utföraren anmäla till IVO" in shown
    take(client, report, "ivo/", notified="yes", notified_on="2026-03-15", number="3.1-1/2026", decision="")
    take(client, report, "folj-upp/", subject="contract", words="Ny rutin.", due_on=today)
    take(client, report, "folj-upp/", subject="person", words="Besök.", due_on=today)
    for one in report.follow_ups.all():
        if one.subject == "contract":
            take(client, report, f"folj-upp/{one.pk}/svar/", on=one.planned_on.isoformat(), words="Rutinen finns.")
        take(client, report, f"folj-upp/{one.pk}/klar/", on=one.planned_on.isoformat(), words="Det fungerar.")
    take(client, report, "aterkoppla/", words="Vi delar er bedömning delvis.")
    shown = take(client, report, "avsluta/", lesson="Fråga om bemanning på kvällar.")
    assert fresh(report).status == Status.CLOSED
    assert "Utföraren fick återkoppling." in shown
