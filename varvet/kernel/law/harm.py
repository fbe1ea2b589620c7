"""Whether a text may be speaking of injury or abuse: by words of a list, in their Swedish endings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from varvet.kernel.law.shipped import read

WORDS_FILE = "harm_words.json"
WORD = re.compile(r"[^\W\d_]+")


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


def mentions_harm(*texts: str) -> bool:
    """Reads no meaning: "ingen skada" is found too, since what was no injury is for a person to say."""
    words = harm_words()
    return any(words.has(word) for text in texts for word in WORD.findall(text.casefold()))


@cache
def harm_words() -> HarmWords:
    data = read(WORDS_FILE)
    return HarmWords(
        stems=frozenset(_stem(word) for word in data["stems"]),
        words=frozenset(data["words"]),
        beginnings=tuple(data["beginnings"]),
        endings=tuple(data["endings"]),
        never=frozenset(data["never"]),
    )


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    stem: str = snowballstemmer.stemmer("swedish").stemWord(word)
    return stem
