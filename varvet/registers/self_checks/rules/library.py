"""The forms that are shipped: each with the law it builds on, to be copied and edited by each organisation."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from varvet.registers.self_checks.rules.questions import Item, QuestionKind, Reply

CODES = (
    "social-dokumentation",
    "handlaggning",
    "forhandsbedomning",
    "skyddade-uppgifter",
    "utbetalning",
    "rundvandring",
)
LACKS = frozenset({Reply.PARTLY.value, Reply.NO.value})


@dataclass(frozen=True)
class Shipped:
    """`source` is the law or document behind it, in words; `about` says what it is for."""

    code: str
    name: str
    about: str
    source: str
    items: tuple[Item, ...]


@cache
def shipped_forms() -> tuple[Shipped, ...]:
    return tuple(_form(code) for code in CODES)


def shipped_form(code: str) -> Shipped:
    """KeyError for a code that is none."""
    return {form.code: form for form in shipped_forms()}[code]


def _form(code: str) -> Shipped:
    text = files("varvet.registers.self_checks.rules").joinpath("shipped", f"{code}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    items = tuple(_item(f"q{place}", row) for place, row in enumerate(found["question"], 1))
    return Shipped(code, found["name"], found["about"], found["source"], items)


def _item(code: str, row: dict[str, Any]) -> Item:
    """Unless the file says otherwise: yes, partly or no, must be answered, and all but yes is a deficiency."""
    kind = QuestionKind(row.get("kind", QuestionKind.GRADED))
    item = Item(code, row["text"], kind)
    return Item(
        code=code,
        text=row["text"],
        kind=kind,
        help=row.get("help", ""),
        required=row.get("required", True),
        lacks=frozenset(row.get("lacks", LACKS & set(item.replies))),
        when_code=row.get("when", ""),
        when_reply=row.get("reply", ""),
    )
