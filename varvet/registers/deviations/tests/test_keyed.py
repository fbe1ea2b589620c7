"""The key in the address of a form that creates: given once, kept, and leading to what it made."""

import pytest

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import OneTimeKey, Record
from varvet.registers.deviations.tests.factories import reported

FORM = "/rapportera/"
KEY = "k" * 32


def test_a_form_opened_plainly_gets_a_key_and_keeps_what_else_was_asked(cast: Cast) -> None:
    answer = as_(cast.bo).get(f"{FORM}?rot=exempelby")
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"{FORM}?rot=exempelby&nyckel=")


@pytest.mark.parametrize("written", ["", "short", "k" * 65, "<script>alert(1)</script>", "k" * 31 + "%00"])
def test_a_key_that_is_none_is_replaced(cast: Cast, written: str) -> None:
    assert as_(cast.bo).get(f"{FORM}?nyckel={written}").status_code == 302


def test_the_same_address_holds_the_same_key(cast: Cast) -> None:
    answer = as_(cast.bo).get(f"{FORM}?nyckel={KEY}")
    assert answer.status_code == 200
    assert f'value="{KEY}"' in answer.content.decode()


def test_a_used_key_leads_its_owner_to_the_receipt_and_nobody_else(cast: Cast) -> None:
    made = reported(cast)
    OneTimeKey.objects.create(key=KEY, user=cast.bo, record=Record.objects.get(pk=made.pk))
    assert as_(cast.bo).get(f"{FORM}?nyckel={KEY}")["Location"] == f"/avvikelser/{made.reference}/kvitto/"
    assert as_(cast.alice).get(f"{FORM}?nyckel={KEY}").status_code == 200


def test_who_may_not_gets_no_key(cast: Cast) -> None:
    assert as_(cast.hugo).get(FORM).status_code == 403
