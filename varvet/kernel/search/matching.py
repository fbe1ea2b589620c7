"""Whether a text holds the words asked for, and the place where it does: pure, with Swedish endings left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

MOST_TERMS = 8
SHORT = 4  # letters; a shorter stem would be found in every other word, so the word itself is asked for
COMPOUND = 5  # letters; a stem this long is found inside a compound too: "ytterdörren" for "dörrar"
AROUND = 70  # characters shown on each side of a find
ASKED = re.compile(r'"([^"]+)"|(\S+)')
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Term:
    """One thing asked for. `begins` is looked for first: a pattern is many times slower than a plain search."""

    pattern: re.Pattern[str]
    begins: str

    def search(self, text: str) -> re.Match[str] | None:
        return self.pattern.search(text)

    def stands_in(self, text: str, folded: str) -> bool:
        return self.begins in folded and self.search(text) is not None


@dataclass(frozen=True)
class Snippet:
    """The found words with what stands around them; empty texts where the narrative begins or ends."""

    before: str
    found: str
    after: str


def terms_of(asked: str) -> tuple[Term, ...]:
    """What was asked for as patterns, all of which must be found; "in quotation marks" is taken as it stands."""
    found = [(_phrase(phrase), phrase) if phrase else (_words(word), word) for phrase, word in ASKED.findall(asked)]
    return tuple(_term(pattern, said) for pattern, said in found if pattern)[:MOST_TERMS]


def _term(pattern: str, said: str) -> Term:
    [first, *_] = WORD.findall(said.casefold())
    return Term(re.compile(pattern, re.IGNORECASE), first if len(_stem(first)) < SHORT else _stem(first))


def _phrase(phrase: str) -> str:
    words = [re.escape(word) for word in phrase.split()]
    return r"\s+".join(words) if any(WORD.search(word) for word in phrase.split()) else ""


def _words(written: str) -> str:
    """One pattern for what stands without a space; signs around and between words are left out."""
    return r"\W+".join(_word(word.casefold()) for word in WORD.findall(written))


def _word(word: str) -> str:
    stem = _stem(word)
    if len(stem) < SHORT:
        return rf"\b{re.escape(word)}\b"
    return re.escape(stem) if len(stem) >= COMPOUND else rf"\b{re.escape(stem)}"


@lru_cache(maxsize=256)
def _stem(word: str) -> str:
    stem: str = snowballstemmer.stemmer("swedish").stemWord(word)
    return stem


def has_all(texts: Sequence[str], terms: Sequence[Term]) -> bool:
    """Whether each of the terms stands somewhere in the texts."""
    folded = [(text, text.casefold()) for text in texts]
    return bool(terms) and all(any(term.stands_in(*both) for both in folded) for term in terms)


def snippet_of(text: str, terms: Sequence[Term]) -> Snippet | None:
    """The first place where one of the terms stands; None where none does."""
    finds = [found for term in terms if (found := term.search(text))]
    if not finds:
        return None
    first = min(finds, key=lambda found: found.start())
    start, end = _whole_word(text, first.start(), first.end())
    return Snippet(_before(text, start), text[start:end], _after(text, end))


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """A stem is shown as the word it stands in."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _before(text: str, start: int) -> str:
    if start <= AROUND:
        return text[:start]
    return "…" + text[start - AROUND : start].partition(" ")[2]


def _after(text: str, end: int) -> str:
    if len(text) - end <= AROUND:
        return text[end:]
    return text[end : end + AROUND].rpartition(" ")[0] + "…"
