"""A random draw that anybody can repeat: the codes in the order of a keyed hash of the seed, the lowest ones drawn.

The hash, and not a generator of random numbers, since those differ between versions of Python.
"""

import hashlib
import hmac
from collections.abc import Iterable


def draw(codes: Iterable[str], count: int, *, seed: str, what: str) -> tuple[str, ...]:
    """At most `count` different codes, in the order they were drawn: more drawn later begin with the same ones.

    `what` names the draw, such as a month's log review: with one seed, two draws do not choose alike.
    """
    return tuple(sorted(set(codes), key=lambda code: (place(code, seed=seed, what=what), code))[:count])


def place(code: str, *, seed: str, what: str) -> str:
    """HMAC-SHA256, written in hexadecimal; the sign between is one that no code has."""
    return hmac.digest(seed.encode(), f"{what}\x1f{code}".encode(), "sha256").hex()


def frame_hash(codes: Iterable[str]) -> str:
    """SHA-256 of what was drawn from: the same for the same codes, in whatever order they came."""
    return hashlib.sha256("\n".join(sorted(set(codes))).encode()).hexdigest()
