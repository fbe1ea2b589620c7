"""What is given to people and never kept: codes worked out from a form's one-time key and the installation's secret."""

import hashlib
import hmac

from django.conf import settings

from varvet.kernel.crypto.written import as_code, bare_code


def follow_code(register: str, key: str) -> str:
    """The code by which whoever sent the form with this key follows what it made: the same each time it is sent."""
    return as_code(int.from_bytes(derived(f"{register}.follow_code", key)))


def hash_of_code(register: str, written: str) -> str:
    """What is kept of a code, however it was written. Useless without the installation's secret."""
    return derived(f"{register}.follow_hash", bare_code(written)).hex()


def fingerprint(key: str) -> str:
    """Stands for a key where it is kept, so that the codes worked out from it are not kept with it. 64 characters."""
    return hashlib.sha256(key.encode()).hexdigest()


def derived(purpose: str, text: str) -> bytes:
    """32 bytes that only this installation can work out, different for each purpose."""
    return hmac.digest(settings.AUDIT_KEY, f"{purpose}:{text}".encode(), "sha256")
