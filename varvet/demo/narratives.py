"""Made-up Swedish narratives: sentences drawn by chance from word lists, about nobody."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from varvet.demo.dice import Dice

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True)
class Theme:
    """Sentences to choose among; `noticed` and `feedback` are shared by the themes of a register."""

    what: tuple[str, ...]
    done: tuple[str, ...]
    lesson: tuple[str, ...]
    noticed: tuple[str, ...]
    feedback: tuple[str, ...]
    slots: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Story:
    """What somebody could have written; empty where the theme has no such sentence."""

    what: str
    done: str
    lesson: str
    feedback: str


@cache
def themes(register: str) -> Mapping[str, Theme]:
    content = tomllib.loads((WORDS / f"{register}.toml").read_text(encoding="utf-8"))
    shared, slots = content["shared"], {name: tuple(words) for name, words in content["slots"].items()}
    return {
        name: Theme(
            what=tuple(theme["what"]),
            done=tuple(theme.get("done", [""])),
            lesson=tuple(theme.get("lesson", [""])),
            noticed=tuple(shared["noticed"]),
            feedback=tuple(shared["feedback"]),
            slots=slots,
        )
        for name, theme in content["themes"].items()
    }


def tell(register: str, theme: str, dice: Dice) -> Story:
    """A story on a theme of the register's word list."""
    words = themes(register)[theme]
    filled = {slot: dice.pick(choices) for slot, choices in words.slots.items()}
    what = f"{dice.pick(words.what)} {dice.pick(words.noticed)}".strip()
    return Story(
        what=what.format(**filled),
        done=dice.pick(words.done).format(**filled),
        lesson=dice.pick(words.lesson).format(**filled),
        feedback=dice.pick(words.feedback),
    )
