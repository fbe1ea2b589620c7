"""The one-time identity of a public form: made when it is first shown and carried in it, so that a resend is known.

It is signed with when that was, so that nobody chooses the identity of somebody else's form.
"""

import time
from dataclasses import dataclass

from django.core import signing
from django.http import QueryDict

from varvet.kernel.crypto.handed import fingerprint
from varvet.kernel.records.once import new_key

OPENED = signing.TimestampSigner(salt="feedback.opened")


@dataclass(frozen=True)
class FormKey:
    """`opened` is the key's own signature with the moment it was made."""

    key: str
    opened: str

    @property
    def seconds_open(self) -> float:
        return time.time() - signing.b62_decode(self.opened.rsplit(":", 2)[1])


def fresh_key() -> FormKey:
    key = new_key()
    return FormKey(key, OPENED.sign(fingerprint(key)))


def key_in(data: QueryDict) -> FormKey:
    """The one that came with the form; a fresh one where it is not ours."""
    given = FormKey(data.get("key", ""), data.get("opened", ""))
    try:
        is_ours = OPENED.unsign(given.opened) == fingerprint(given.key)
    except signing.BadSignature:
        is_ours = False
    return given if is_ours else fresh_key()
