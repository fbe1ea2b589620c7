"""The codes of reporting without an account: of a report to follow, and of a unit's link and its word."""

import base64

from varvet.kernel.crypto import handed
from varvet.kernel.crypto.handed import derived, fingerprint
from varvet.registers.deviations.rules.links import as_word

__all__ = ["fingerprint", "follow_code", "hash_of_code", "link_token", "link_word"]
REGISTER = "deviations"


def follow_code(key: str) -> str:
    """The code by which whoever sent the form with this key follows the report: the same each time it is sent."""
    return handed.follow_code(REGISTER, key)


def hash_of_code(written: str) -> str:
    """What is kept of a code, however it was written. Useless without the installation's secret."""
    return handed.hash_of_code(REGISTER, written)


def link_token(key: str) -> str:
    """The part of a unit link's address that nobody guesses: 128 bits."""
    return base64.urlsafe_b64encode(derived(f"{REGISTER}.link_token", key)[:16]).decode().rstrip("=")


def link_word(key: str) -> str:
    return as_word(int.from_bytes(derived(f"{REGISTER}.link_word", key)))
