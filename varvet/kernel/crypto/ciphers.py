"""Bytes at rest: AES-256-GCM with a key from the environment, bound to the place they belong to."""

import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12  # bytes


class CannotRead(Exception):
    """It was encrypted with a key this installation does not have, or it has been altered."""


@lru_cache(maxsize=8)
def _cipher(key_id: str) -> AESGCM:
    key = settings.TEXT_KEYS.get(key_id)
    if key is None:
        raise CannotRead(f"Text key {key_id!r} is not among VARVET_TEXT_KEYS.")
    return AESGCM(key)


def encrypt_bytes(content: bytes, place: str) -> bytes:
    """`key id : nonce + ciphertext`, with the first key. `place` must be the same to read."""
    key_id = next(iter(settings.TEXT_KEYS))
    nonce = os.urandom(NONCE)
    return key_id.encode() + b":" + nonce + _cipher(key_id).encrypt(nonce, content, place.encode())


def decrypt_bytes(blob: bytes, place: str) -> bytes:
    """CannotRead for another key or place, and for what has been altered or cut."""
    key_id, _, rest = bytes(blob).partition(b":")
    try:
        return _cipher(key_id.decode()).decrypt(rest[:NONCE], rest[NONCE:], place.encode())
    except (InvalidTag, ValueError) as error:  # ValueError: cut short
        raise CannotRead(f"What stands in {place} cannot be read: wrong key or altered.") from error
