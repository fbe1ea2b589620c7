"""Free text at rest: AES-256-GCM with a key from the environment, bound to the column it belongs to."""

import os
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE = 12  # bytes


class CannotRead(Exception):
    """The text was encrypted with a key this installation does not have, or it has been altered."""


@lru_cache(maxsize=8)
def _cipher(key_id: str) -> AESGCM:
    key = settings.TEXT_KEYS.get(key_id)
    if key is None:
        raise CannotRead(f"Text key {key_id!r} is not among VARVET_TEXT_KEYS.")
    return AESGCM(key)


def encrypt(text: str, place: str) -> bytes:
    """`key id : nonce + ciphertext`, with the first key. `place` names the column and must be the same to read."""
    key_id = next(iter(settings.TEXT_KEYS))
    nonce = os.urandom(NONCE)
    return key_id.encode() + b":" + nonce + _cipher(key_id).encrypt(nonce, text.encode(), place.encode())


def decrypt(blob: bytes, place: str) -> str:
    key_id, _, rest = bytes(blob).partition(b":")
    try:
        return _cipher(key_id.decode()).decrypt(rest[:NONCE], rest[NONCE:], place.encode()).decode()
    except (InvalidTag, ValueError) as error:  # ValueError: cut short, or not text once decrypted
        raise CannotRead(f"A text in {place} cannot be read: wrong key or altered.") from error


class EncryptedText(models.BinaryField):  # type: ignore[type-arg]  # django-stubs leaves its parameters open
    """A text that the database holds only encrypted. Cannot be searched, sorted or indexed there."""

    @property
    def _place(self) -> str:
        return f"{self.model._meta.label_lower}.{self.attname}"

    def from_db_value(self, value: bytes | None, *_: Any) -> str | None:
        return None if value is None else decrypt(value, self._place)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        blob = encrypt(value, self._place) if isinstance(value, str) else value
        return super().get_db_prep_value(blob, connection, prepared)

    def to_python(self, value: Any) -> Any:
        return value

    def value_to_string(self, obj: models.Model) -> str:
        raise NotImplementedError("Encrypted text is not serialised.")
