"""What is given to people and never kept: codes worked out from a form's one-time key and the installation's secret."""

import base64
import hashlib
import hmac

from django.conf import settings

from varvet.registers.deviations.rules.links import as_code, as_word, bare_code


def follow_code(key: str) -> str:
    """The code by which whoever sent the form with this key follows the report: the same each time it is sent."""
    return as_code(int.from_bytes(_derived("follow_code", key)))


def hash_of_code(written: str) -> str:
    """What is kept of a code, however it was written. Useless without the installation's secret."""
    return _derived("follow_hash", bare_code(written)).hex()


def link_token(key: str) -> str:
    """The part of a unit link's address that nobody guesses: 128 bits."""
    return base64.urlsafe_b64encode(_derived("link_token", key)[:16]).decode().rstrip("=")


def link_word(key: str) -> str:
    return as_word(int.from_bytes(_derived("link_word", key)))


def fingerprint(key: str) -> str:
    """Stands for a key where it is kept, so that the codes worked out from it are not kept with it. 64 characters."""
    return hashlib.sha256(key.encode()).hexdigest()


def _derived(what: str, text: str) -> bytes:
    return hmac.digest(settings.AUDIT_KEY, f"deviations.{what}:{text}".encode(), "sha256")
