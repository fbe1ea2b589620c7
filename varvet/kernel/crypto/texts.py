"""Free text at rest: encrypted, and bound to the column it belongs to."""

from typing import Any

from django.db import models

from varvet.kernel.crypto.ciphers import CannotRead, decrypt_bytes, encrypt_bytes


def encrypt(text: str, place: str) -> bytes:
    """With the first key. `place` names the column and must be the same to read."""
    return encrypt_bytes(text.encode(), place)


def decrypt(blob: bytes, place: str) -> str:
    content = decrypt_bytes(blob, place)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise CannotRead(f"What stands in {place} is not a text.") from error


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
