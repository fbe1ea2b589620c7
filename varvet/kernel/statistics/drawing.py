"""A random draw that anybody can repeat: codes in the order of a keyed hash, the lowest ones drawn.

The hash, and not a generator of random numbers, since those differ between versions of Python.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """What decides the order: a secret until the draw is done, and what the draw is of, so that two differ."""

    key: bytes
    what: str

    def place(self, code: str) -> bytes:
        """HMAC-SHA256 of what the draw is of followed by the code. The lowest is drawn first."""
        return hmac.digest(self.key, f"{self.what}{code}".encode(), "sha256")

    def first(self, codes: Iterable[str], count: int) -> tuple[str, ...]:
        """At most `count` different codes, in the order drawn: more drawn later begin with the same ones."""
        return tuple(sorted(set(codes), key=lambda code: (self.place(code), code))[:count])


def order_of_words(seed: str, what: str) -> Order:
    """By a seed that people write; the sign between is one that no code has."""
    return Order(seed.encode(), f"{what}\x1f")


def hash_of(lines: Iterable[str]) -> str:
    """SHA-256, in hex, of what was drawn from: the same for the same lines, in whatever order they came."""
    return hashlib.sha256("\n".join(sorted(set(lines))).encode()).hexdigest()
