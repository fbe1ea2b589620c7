"""Free text at rest: the database holds only ciphertext, bound to its column and to a key the installation has."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from varvet.kernel.crypto import ciphers
from varvet.kernel.crypto.ciphers import CannotRead
from varvet.kernel.crypto.texts import decrypt, encrypt

HERE, THERE = "toys.text", "toys.other"
OLD, NEW = b"o" * 32, b"n" * 32


@pytest.fixture
def keys(settings: Settings) -> Iterator[Settings]:
    ciphers._cipher.cache_clear()
    yield settings
    ciphers._cipher.cache_clear()


@given(st.text())
def test_what_is_encrypted_is_read_again(text: str) -> None:
    assert decrypt(encrypt(text, HERE), HERE) == text


def test_the_same_text_never_looks_the_same() -> None:
    assert encrypt("hemligt", HERE) != encrypt("hemligt", HERE)


def test_a_text_moved_to_another_column_is_unreadable() -> None:
    with pytest.raises(CannotRead):
        decrypt(encrypt("hemligt", HERE), THERE)


def test_the_first_key_encrypts_and_all_decrypt(keys: Settings) -> None:
    keys.TEXT_KEYS = {"old": OLD}
    before = encrypt("förr", HERE)
    keys.TEXT_KEYS = {"new": NEW, "old": OLD}
    after = encrypt("nu", HERE)
    assert (before.partition(b":")[0], after.partition(b":")[0]) == (b"old", b"new")
    assert [decrypt(before, HERE), decrypt(after, HERE)] == ["förr", "nu"]


def test_a_key_that_is_gone_is_named(keys: Settings) -> None:
    keys.TEXT_KEYS = {"old": OLD}
    blob = encrypt("förr", HERE)
    ciphers._cipher.cache_clear()
    keys.TEXT_KEYS = {"new": NEW}
    with pytest.raises(CannotRead, match="'old'"):
        decrypt(blob, HERE)


def test_another_key_under_the_same_name_cannot_read(keys: Settings) -> None:
    keys.TEXT_KEYS = {"k1": OLD}
    blob = encrypt("hemligt", HERE)
    ciphers._cipher.cache_clear()
    keys.TEXT_KEYS = {"k1": NEW}
    with pytest.raises(CannotRead):
        decrypt(blob, HERE)


@given(st.data())
def test_any_altered_byte_is_found(data: st.DataObject) -> None:
    blob = bytearray(encrypt("hemligt", HERE))
    place = data.draw(st.integers(0, len(blob) - 1))
    blob[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotRead):
        decrypt(bytes(blob), HERE)


@given(st.binary(max_size=60))
def test_what_was_never_a_text_is_told_so(blob: bytes) -> None:
    with pytest.raises(CannotRead):
        decrypt(blob, HERE)


def test_every_cut_is_found() -> None:
    blob = encrypt("hemligt", HERE)
    for length in range(len(blob)):
        with pytest.raises(CannotRead):
            decrypt(blob[:length], HERE)
