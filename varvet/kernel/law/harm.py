"""Whether a text may be speaking of injury or abuse: by words of a list, in their Swedish endings."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import snowballstemmer

from varvet.kernel.law.shipped import read
from varvet.kernel.law.words import Sentence, marked

WORDS_FILE = "harm_words.json"
WORD = re.compile(r"[^\W\d_]+")
STAR = "*"
# As it stands in a list: skada (in all its endings), "bet" (only so), blåmärk* and *skada (parts of compounds).
WRITTEN = re.compile(r'[^\W\d_]+|"[^\W\d_]+"|[^\W\d_]{4,}\*|\*[^\W\d_]{4,}')
MOST_WORDS, LONGEST_WORD = 500, 40


@dataclass(frozen=True)
class HarmWords:
    """`stems` are known in all their endings, `words` as they stand; the rest are the ends of compounds."""

    stems: frozenset[str]
    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    never: frozenset[str]

    def has(self, word: str) -> bool:
        if word in self.never:
            return False
        if word in self.words or _stem(word) in self.stems:
            return True
        return word.startswith(self.beginnings) or word.endswith(self.endings)


def mentions_harm(*texts: str, words: HarmWords | None = None) -> bool:
    """Reads no meaning: "ingen skada" is found too, since what was no injury is for a person to say.

    Without `words`, by the shipped ones.
    """
    known = words or harm_words(shipped_words(), shipped_never())
    return any(known.has(word) for text in texts for word in WORD.findall(text.casefold()))


def shipped_words() -> tuple[str, ...]:
    return tuple(read(WORDS_FILE)["words"])


def shipped_never() -> tuple[str, ...]:
    """Words that are never counted, whatever list finds them."""
    return tuple(read(WORDS_FILE)["never"])


@lru_cache(maxsize=32)
def harm_words(words: tuple[str, ...], never: tuple[str, ...]) -> HarmWords:
    """A list as it is written, made ready to look for."""
    folded = [word.casefold() for word in words]
    plain = [word for word in folded if STAR not in word and '"' not in word]
    return HarmWords(
        stems=frozenset(_stem(word) for word in plain),
        words=frozenset(plain) | {word.strip('"') for word in folded if '"' in word},
        beginnings=tuple(word.rstrip(STAR) for word in folded if word.endswith(STAR)),
        endings=tuple(word.lstrip(STAR) for word in folded if word.startswith(STAR)),
        never=frozenset(word.casefold() for word in never),
    )


def fingerprint(words: HarmWords) -> str:
    """Tells whether two lists find the same."""
    parts = [sorted(words.stems), sorted(words.words), sorted(words.beginnings), sorted(words.endings)]
    return sha256(json.dumps([*parts, sorted(words.never)]).encode()).hexdigest()


def fault_in_words(lines: Sequence[str]) -> Sentence | None:
    """What is wrong with a list as it is written, in a sentence; None when it can be used."""
    if not lines:
        return Sentence(marked("Skriv minst ett ord. Utan ord uppmärksammas inga texter."))
    return _fault(lines, WRITTEN) or _repeated(lines)


def fault_in_never(lines: Sequence[str]) -> Sentence | None:
    """As `fault_in_words`, for the words that are never counted: whole words, or none at all."""
    return _fault(lines, WORD) or _repeated(lines)


def _fault(lines: Sequence[str], pattern: re.Pattern[str]) -> Sentence | None:
    if len(lines) > MOST_WORDS:
        return Sentence(marked("Listan får ha högst {most} ord."), {"most": MOST_WORDS})
    wrong = next((line for line in lines if len(line) > LONGEST_WORD or not pattern.fullmatch(line)), None)
    if wrong is None:
        return None
    return Sentence(marked("Skriv ett ord på varje rad. Det här går inte: {line}"), {"line": wrong[:LONGEST_WORD]})


def _repeated(lines: Iterable[str]) -> Sentence | None:
    seen: set[str] = set()
    for line in (line.casefold() for line in lines):
        if line in seen:
            return Sentence(marked("Ordet står två gånger: {line}"), {"line": line})
        seen.add(line)
    return None


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stem: str = snowballstemmer.stemmer("swedish").stemWord(word)
    return stem
