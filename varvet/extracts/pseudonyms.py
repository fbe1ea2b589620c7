"""Personal numbers and case numbers become keyed codes before anything is written: the same person, the same code."""

import hmac
import re
from datetime import date
from functools import lru_cache

PURPOSE = "varvet pseudonyms"
LETTERS = "ghjkmnpqrstvwxyz"  # sixteen, none of them a digit or easily read as one
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
# Twelve signs, two at a time. The first and the seventh are letters: no run of ten digits, so no code can look like a
# personal number.
LETTER_FIRST, ANY = tuple(a + b for a in LETTERS for b in SIGNS), tuple(a + b for a in SIGNS for b in SIGNS)
PAIRS = (LETTER_FIRST, ANY, ANY) * 2
SPACE = re.compile(r"\s+")
BETWEEN = re.compile(r"(?<=\d)[ \u00a0./+-]{1,3}(?=\d)")
DIGITS = re.compile(r"(?<!\d)\d{10}(?:\d\d)?(?!\d)", re.ASCII)
WRITTEN = re.compile(r"(\d\d)?(\d\d)(\d{4})([-+]?)(\d{4})", re.ASCII)
COORDINATION = 60  # added to the day of a samordningsnummer
CACHED = 65_536


def key_for(master: bytes, root: str) -> bytes:
    """32 bytes of a root's own: the same person cannot be followed from one root's lists to another's."""
    return hmac.digest(master, f"{PURPOSE}: {root}".encode(), "sha256")


class Pseudonyms:
    """Turns what points out a person or a case into a code of twelve letters and digits. `this_year` tells centuries.

    57 bits of HMAC-SHA256: of lists with a million cases, one in four hundred thousand has two with the same code.
    """

    def __init__(self, key: bytes, *, this_year: int) -> None:
        self._key = key
        self._this_year = this_year
        self.of = lru_cache(maxsize=CACHED)(self._of)  # a case has many rows

    def _of(self, text: str) -> str:
        """The same for each way to write the same personal number, and for capitals and spaces of other texts."""
        told = canonical(text, self._this_year) or SPACE.sub("", text).casefold()
        number = int.from_bytes(hmac.digest(self._key, told.encode(), "sha256")[:8], "big")
        signs = []
        for pairs in PAIRS:
            number, chosen = divmod(number, len(pairs))
            signs.append(pairs[chosen])
        return "".join(signs)


def canonical(text: str, this_year: int) -> str | None:
    """Twelve digits of a personal number or samordningsnummer, whatever its check digit says; None for another text.

    Ten digits without century are taken for the latest year that has been, or a hundred years before it after a plus.
    """
    match = WRITTEN.fullmatch(SPACE.sub("", text))
    if match is None or not _is_day(match.group(3)):
        return None
    century, year, day, separator, last = match.groups()
    if century is None:
        whole = this_year // 100 * 100 + int(year)
        whole -= 100 * (whole > this_year) + 100 * (separator == "+")
        century = str(whole // 100)
    return f"{century}{year}{day}{last}"


@lru_cache(maxsize=CACHED)
def holds_personal_number(text: str) -> bool:
    """Also with a check digit that is wrong, or written with spaces: a slip of the pen still points at somebody."""
    if sum(sign.isdigit() for sign in text) < 10:
        return False
    digits = DIGITS.findall(text) + DIGITS.findall(BETWEEN.sub("", text))
    return any(_is_day(found[-8:-4]) for found in digits)


def _is_day(text: str) -> bool:
    month, day = int(text[:2]), int(text[2:])
    try:
        date(2000, month, day - COORDINATION * (day > COORDINATION))
    except ValueError:
        return False
    return True
