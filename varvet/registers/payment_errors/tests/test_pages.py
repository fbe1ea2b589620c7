"""The pages of each step: what they offer, what they refuse, and where they lead."""

import pytest

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.tests.factories import closed, completed, reported

STEPS = ("utred", "avskriv", "utred-inte", "utredd", "aterkrav", "polisanmalan", "avsluta", "ateroppna", "ansvarig")


def address(error: PaymentError, step: str) -> str:
    return f"/felaktiga-utbetalningar/{error.reference}/{step}/"


def test_a_case_is_handled_from_page_to_page(cast: Cast) -> None:
    error, client = reported(cast), as_(cast.alice)
    said = {
        "utred": {},
        "utredd": {"cause": "both", "amount": "1200", "words": "Inkomsten fanns inte med."},
        "aterkrav": {"answer": "yes", "amount": "600", "reason": ""},
        "polisanmalan": {"answer": "no", "reason": "Inget uppsåt."},
        "ansvarig": {"handler": str(cast.eva.pk)},
        "anteckna": {"words": "Klart."},
        "avsluta": {},
    }
    for step, values in said.items():
        error = PaymentError.objects.get(pk=error.pk)
        assert client.get(address(error, step)).status_code == 200
        answer = client.post(address(error, step), values | {"version": str(error.version)})
        assert answer.status_code == 302, step
    error = PaymentError.objects.get(pk=error.pk)
    assert (error.status, error.reclaimed, error.police, error.handler) == ("closed", 600, "no", cast.eva)


def test_the_page_leads_to_what_is_left(cast: Cast) -> None:
    error, client = completed(cast), as_(cast.alice)
    page = client.get(f"/felaktiga-utbetalningar/{error.reference}/").content.decode()
    assert "Det här saknas innan du kan avsluta" in page
    assert address(error, "aterkrav") in page
    assert address(error, "polisanmalan") in page


def test_what_is_wrong_is_said_and_what_was_written_stays(cast: Cast) -> None:
    error = completed(cast)
    sent = {"version": str(error.version), "answer": "yes", "amount": "9000", "reason": "Allt."}
    answer = as_(cast.alice).post(address(error, "aterkrav"), sent)
    assert answer.status_code == 422
    assert "Det går inte att återkräva mer än det felaktiga beloppet." in answer.content.decode()
    assert "Allt." in answer.content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_steps_are_for_those_who_handle(cast: Cast, step: str) -> None:
    error = reported(cast)
    assert as_(cast.dag).get(address(error, step)).status_code == 403
    assert as_(cast.cecilia).get(address(error, step)).status_code == 404
    assert as_(cast.stranger).post(address(error, step), {"version": "1"}).status_code == 404


def test_what_the_state_refuses_is_said(cast: Cast) -> None:
    answer = as_(cast.alice).get(address(closed(cast), "utred"))
    assert answer.status_code == 409
    assert "läge är: avslutad" in answer.content.decode()
