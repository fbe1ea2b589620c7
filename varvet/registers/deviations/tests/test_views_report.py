"""Reporting in the browser: what was typed stays, a double click makes one, a draft waits, a report is one's own."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Draft, OneTimeKey
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import SECRET, reported, words_of

FORM = "/rapportera/"
DRAFT = "/rapportera/utkast/"
MINE = "/mina-rapporter/"


def filled(cast: Cast, **changes: object) -> dict[str, object]:
    form = {
        "key": "k" * 32,
        "opened": "",
        "what": SECRET,
        "when": "today",
        "unit": cast.a.pk,
        "worry": "3",
        "anyway": "1",
    }
    return {**form, **changes}


def test_the_form_has_a_key_and_ones_own_unit(cast: Cast) -> None:
    first, second = (text_of(as_(cast.bo).get(FORM, follow=True)) for _ in range(2))
    keys = [re.search(r'name="key" value="([^"]{32,64})"', page) for page in (first, second)]
    assert keys[0] is not None
    assert keys[1] is not None
    assert keys[0][1] != keys[1][1], "every form has a key of its own"
    assert "Mottagning A" in first
    assert "Mottagning B" not in first


def test_a_report_is_received_and_its_receipt_shown(cast: Cast) -> None:
    opened = int(timezone.now().timestamp()) - 30
    response = as_(cast.bo).post(FORM, filled(cast, opened=opened), follow=True)
    deviation = Deviation.objects.get()
    assert response.redirect_chain == [(f"/avvikelser/{deviation.reference}/kvitto/", 302)]
    assert deviation.reference in text_of(response)
    assert (deviation.opened_by, deviation.worry) == (cast.bo, 3)
    assert deviation.seconds_to_report is not None
    assert words_of(deviation) == {"what": SECRET}


@pytest.mark.parametrize("opened", ["", "0", "-5", "99999999999", "x"])
def test_a_clock_that_is_wrong_is_left_out(cast: Cast, opened: str) -> None:
    as_(cast.bo).post(FORM, filled(cast, opened=opened))
    assert all(deviation.seconds_to_report is None for deviation in Deviation.objects.all())


def test_a_double_click_makes_one_report(cast: Cast) -> None:
    client = as_(cast.bo)
    first, second = client.post(FORM, filled(cast)), client.post(FORM, filled(cast))
    assert (first.status_code, first.headers["Location"]) == (302, second.headers["Location"])
    assert (Deviation.objects.count(), OneTimeKey.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"when": ""}, "Välj när det hände."),
        ({"worry": ""}, "Välj hur orolig du är."),
        ({"worry": "5"}, ""),
        ({"when": "other"}, "Skriv vilken dag det hände."),
        ({"when": "other", "day": "2999-01-01"}, "Dagen har inte varit än. Kontrollera datumet."),
        ({"when": "other", "day": "i går"}, "Skriv dagen som år-månad-dag, till exempel 2026-03-05."),
        ({"unit": "0"}, "Välj en enhet i listan."),
        ({"affected": "x" * 401}, "Skriv högst 400 tecken."),
    ],
)
def test_what_was_typed_stays_when_something_is_wrong(cast: Cast, changes: dict[str, object], sentence: str) -> None:
    response = as_(cast.bo).post(FORM, filled(cast, **changes))
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert SECRET in text_of(response)
    assert not Deviation.objects.exists()


@pytest.mark.parametrize("what", ["", "  ", "ab"])
def test_something_must_be_told(cast: Cast, what: str) -> None:
    response = as_(cast.bo).post(FORM, filled(cast, what=what))
    assert response.status_code == 422
    assert "Berätta vad som hände." in text_of(response)


def test_nobody_reports_in_a_unit_that_is_not_theirs(cast: Cast) -> None:
    response = as_(cast.bo).post(FORM, filled(cast, unit=cast.b.pk))
    assert response.status_code == 422
    assert not Deviation.objects.exists()


def test_what_is_typed_is_shown_as_text(cast: Cast) -> None:
    response = as_(cast.bo).post(FORM, filled(cast, what="<script>x</script>", when=""))
    assert "<script>x" not in text_of(response)
    assert "&lt;script&gt;x" in text_of(response)


def test_a_draft_waits_until_it_is_sent(cast: Cast) -> None:
    client = as_(cast.bo)
    assert client.post(DRAFT, {"what": SECRET, "worry": "4", "key": "x", "other": "y"}).status_code == 302
    assert SECRET in text_of(client.get(FORM, follow=True))
    assert SECRET not in text_of(as_(cast.alice).get(FORM, follow=True))
    assert not Deviation.objects.exists()
    client.post(FORM, filled(cast))
    assert not Draft.objects.exists()
    assert SECRET not in text_of(client.get(FORM, follow=True))


def test_a_draft_is_saved_by_sending_only(cast: Cast) -> None:
    assert as_(cast.bo).get(DRAFT).status_code == 405


def test_mine_are_mine(cast: Cast) -> None:
    own, others = reported(cast), reported(cast, by=cast.alice)
    page = text_of(as_(cast.bo).get(MINE))
    assert own.reference in page
    assert others.reference not in page
    assert SECRET not in page


@pytest.mark.parametrize("name", ["alice", "cecilia", "eva", "stranger"])
def test_a_receipt_is_the_reporters(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    address = f"/avvikelser/{deviation.reference}/kvitto/"
    assert as_(cast.bo).get(address).status_code == 200
    assert as_(getattr(cast, name)).get(address).status_code == 404


@pytest.mark.parametrize("address", [FORM, MINE, "/avvikelser/", "/avvikelser/samlat/", "/avvikelser/AVV-2026-0001/"])
def test_somebody_unknown_is_asked_to_log_in(cast: Cast, address: str) -> None:
    response = Client().get(address)
    assert (response.status_code, response.headers["Location"].startswith("/konto/")) == (302, True)


def test_a_form_from_elsewhere_is_refused(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.bo)
    assert client.post(FORM, filled(cast)).status_code == 403
    assert not Deviation.objects.exists()
