"""A form sent twice makes one record; what goes wrong inside is not taken for a resend."""

import pytest
from django.db import IntegrityError, transaction

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import OneTimeKey, Record
from varvet.kernel.records.once import find_made, new_key, once
from varvet.kernel.records.tests.toy import make_toy

pytestmark = pytest.mark.usefixtures("toys")


def test_a_resend_gets_the_first_receipt(cast: Cast) -> None:
    first = once("key", by=cast.bo, create=lambda: make_toy(cast))
    second = once("key", by=cast.bo, create=lambda: make_toy(cast))
    assert first == second
    assert Record.objects.count() == 1


def test_another_key_makes_another_record(cast: Cast) -> None:
    once(new_key(), by=cast.bo, create=lambda: make_toy(cast))
    once(new_key(), by=cast.bo, create=lambda: make_toy(cast))
    assert Record.objects.count() == 2


def test_a_key_never_shows_somebody_elses_record(cast: Cast) -> None:
    once("key", by=cast.bo, create=lambda: make_toy(cast))
    with pytest.raises(RuleBroken):
        once("key", by=cast.alice, create=lambda: make_toy(cast))
    assert Record.objects.count() == 1


def test_without_an_account_the_key_alone_tells_whose_form_it_was(cast: Cast) -> None:
    first = once("key", by=None, create=lambda: make_toy(cast))
    assert once("key", by=None, create=lambda: make_toy(cast)) == first
    with pytest.raises(RuleBroken):
        once("key", by=cast.bo, create=lambda: make_toy(cast))
    assert Record.objects.count() == 1


def test_a_persons_key_shows_nothing_to_whoever_has_no_account(cast: Cast) -> None:
    once("key", by=cast.bo, create=lambda: make_toy(cast))
    assert find_made("key", by=None) is None
    with pytest.raises(RuleBroken):
        once("key", by=None, create=lambda: make_toy(cast))


def test_a_key_is_free_again_when_the_record_could_not_be_made(cast: Cast) -> None:
    def fail() -> Record:
        make_toy(cast)
        raise IntegrityError("something else")

    with pytest.raises(IntegrityError, match="something else"), transaction.atomic():
        once("key", by=cast.bo, create=fail)
    assert not OneTimeKey.objects.exists()
    assert not Record.objects.exists()
    once("key", by=cast.bo, create=lambda: make_toy(cast))


def test_keys_are_long_and_differ() -> None:
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(32 <= len(key) <= 64 for key in keys)
