"""Finds what may point out a person in free text: personal numbers, and words that look like names."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from personnummer import personnummer

from varvet.kernel.law.shipped import read

NUMBER = re.compile(r"(?<![\d-])(?:\d{2})?\d{6} ?[-+]? ?\d{4}(?![\d-])", re.ASCII)
WORD = re.compile(r"\b[A-ZÅÄÖÉÜ][a-zåäöéèüø]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéèüø]+)?\b")
AFTER_STOP = re.compile(r"(?:^|[.!?:;…\n”\"»(•–-])[\s”\"»(•–-]*\Z")
AFTER_LEX = re.compile(r"\blex\s\Z", re.IGNORECASE)
# First words of pairs that name places, bodies and products more often than people.
NO_PEOPLE = frozenset(read("given_names.json")["first_words_of_other_names"])


OTHER_NUMBER = re.compile(r"\d[\d -]{3,}\d", re.ASCII)
SOME = r"(?:en enda|ett enda|två|tre|fyra|[1-4])"
OF_PEOPLE = (
    r"(?:barn|boende|brukare|deltagare|elever|familj(?:er)?|föräldrar|förälder|klient(?:er)?|kvinn(?:a|or)|m[aä]n"
    r"|person(?:er)?|ungdom(?:ar)?)"
)
FEW = re.compile(rf"\b{SOME}\s+(?:\w+\s+)?{OF_PEOPLE}\b", re.IGNORECASE)


class Sort(StrEnum):
    """`number` and `few` are found only where everybody is to read the text."""

    PERSONAL_NUMBER = "personal_number"
    NAME = "name"
    NUMBER = "number"
    FEW = "few"


@dataclass(frozen=True)
class Found:
    """A piece of the text, as written, and what it may be."""

    sort: Sort
    text: str


@dataclass(frozen=True)
class _Word:
    """A capitalised word: where it stands, and whether a sentence or `lex` comes right before it."""

    text: str
    start: int
    end: int
    begins: bool
    lex: bool


def find_personal(text: str) -> tuple[Found, ...]:
    """Each once, personal numbers first.

    A number must have a day and a check digit that agree, so that a phone number is not taken for one. A name is a
    common given name, or two capitalised words in a row inside a sentence: some are missed, and some are no names.
    """
    numbers = [Found(Sort.PERSONAL_NUMBER, n) for n in NUMBER.findall(text) if personnummer.valid(n.replace(" ", ""))]
    names = [Found(Sort.NAME, name) for name in _names(text)]
    return tuple(dict.fromkeys([*numbers, *names]))


def find_pointing(text: str) -> tuple[Found, ...]:
    """As `find_personal` for a text that everybody is to read: other numbers too, and people so few that somebody
    may know who they are."""
    found = find_personal(text)
    known = {one.text for one in found if one.sort is Sort.PERSONAL_NUMBER}
    numbers = [Found(Sort.NUMBER, number) for number in OTHER_NUMBER.findall(text) if number not in known]
    few = [Found(Sort.FEW, some.group()) for some in FEW.finditer(text)]
    return tuple(dict.fromkeys([*found, *numbers, *few]))


def _names(text: str) -> list[str]:
    words = [_word(text, match) for match in WORD.finditer(text)]
    found: list[str] = []
    taken = -1
    for number, word in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        last = following if following and text[word.end : following.start] == " " else None
        if word.start < taken or not _is_name(word, last):
            continue
        taken = last.end if last else word.end
        found.append(text[word.start : taken])
    return found


def _is_name(word: _Word, last: _Word | None) -> bool:
    if word.lex:  # lex Sarah and lex Maria are laws
        return False
    if _listed(word.text, "names"):
        return True
    if _listed(word.text, "names_that_are_words"):
        return last is not None or not word.begins
    return last is not None and not word.begins and not last.lex and word.text not in NO_PEOPLE


def _word(text: str, match: re.Match[str]) -> _Word:
    before = text[max(0, match.start() - 12) : match.start()]
    begins = match.start() == 0 or bool(before.strip() == "" or AFTER_STOP.search(before))
    return _Word(match.group(), match.start(), match.end(), begins, bool(AFTER_LEX.search(before)))


def _listed(word: str, which: str) -> bool:
    """The name itself, or with the s of whose it is."""
    names = _names_of(which)
    return word in names or (word.endswith("s") and word[:-1] in names)


@cache
def _names_of(which: str) -> frozenset[str]:
    return frozenset(name for line in read("given_names.json")[which] for name in line.split())
