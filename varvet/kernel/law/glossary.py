"""The words of the work, explained plainly in Swedish and English."""

from dataclasses import dataclass
from functools import cache

from varvet.kernel.law import shipped

WORDS_FILE = "words.json"


@dataclass(frozen=True)
class Spoken:
    """A word in one language: as it stands in a list, the forms it takes in a text, and what it means."""

    word: str
    forms: tuple[str, ...]
    means: str


@dataclass(frozen=True)
class Entry:
    key: str
    sv: Spoken
    en: Spoken

    def spoken(self, language: str) -> Spoken:
        return self.en if language == "en" else self.sv


@cache
def entries() -> tuple[Entry, ...]:
    rows = shipped.read(WORDS_FILE)["words"]
    return tuple(Entry(row["key"], _spoken(row["sv"]), _spoken(row["en"])) for row in rows)


def find_entry(key: str) -> Entry:
    """KeyError for a word that is not explained."""
    return {entry.key: entry for entry in entries()}[key]


def _spoken(cell: dict[str, str | list[str]]) -> Spoken:
    return Spoken(word=str(cell["word"]), forms=tuple(cell["forms"]), means=str(cell["means"]))
