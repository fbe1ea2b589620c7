"""How alike two tellings are, by the words they share: a hint for a person who decides, never a verdict."""

import re

LEAST = 0.3  # of the words in the shorter telling
SHORTEST_WORD = 4  # letters: shorter ones are mostly and, to, was
STEM = 6  # letters: "blanketten" and "blanketterna" are one word
WORD = re.compile(r"[^\W\d_]+")


def words_in(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their beginning."""
    found = WORD.findall(text.casefold())
    return frozenset(word[:STEM] for word in found if len(word) >= SHORTEST_WORD)


def likeness(one: str, other: str) -> float:
    """Share, 0-1, of the shorter telling's words that the other has too; 0 when one says too little to tell."""
    ours, theirs = words_in(one), words_in(other)
    if min(len(ours), len(theirs)) < 3:
        return 0.0
    return len(ours & theirs) / min(len(ours), len(theirs))
