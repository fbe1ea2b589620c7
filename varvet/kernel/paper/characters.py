"""Characters that a format cannot hold: replaced by a sign that shows that something stood there."""

import functools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from fontTools.ttLib import TTFont

from varvet.kernel.paper import typefaces

Value = TypeVar("Value")
# Control characters, and signs that turn the order in which a text is read.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
REPLACED = "\ufffd"
REPLACED_IN_PRINT = "□"
SPACES = "\n\t\u00ad\u200b"
NEVER_BROKEN = re.compile(r"[^\s\u200b]{60,}")  # no word is so long, and a line that cannot be broken leaves the page
A_PIECE = re.compile(".{30}")
MAY_BREAK = "\u200b"


def for_xml(value: Value) -> Value:
    """Word, the spreadsheet and the web page hold everything but control characters."""
    changed: Value = with_texts(value, lambda text: NOT_IN_XML.sub(REPLACED, text))
    return changed


def for_print(value: Value) -> Value:
    """PDF/A refuses a character that no typeface can show."""
    changed: Value = with_texts(value, _printable)
    return changed


def with_texts(part: Any, change: Callable[[str], str]) -> Any:
    """The same value with every text changed; enums stay."""
    if isinstance(part, str) and not isinstance(part, StrEnum):
        return change(part)
    if isinstance(part, tuple):
        return tuple(with_texts(item, change) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: with_texts(getattr(part, f.name), change) for f in fields(part)})
    return part


def _printable(text: str) -> str:
    if not (text.isascii() and text.isprintable()):
        text = text.translate({ord(letter): REPLACED_IN_PRINT for letter in set(text) if not _is_shown(letter)})
    return NEVER_BROKEN.sub(lambda word: A_PIECE.sub(rf"\g<0>{MAY_BREAK}", word[0]), text)


def _is_shown(letter: str) -> bool:
    if NOT_IN_XML.match(letter):
        return False
    return ord(letter) in _shown() or letter in SPACES or unicodedata.category(letter) == "Zs"


@functools.cache
def _shown() -> frozenset[int]:
    """Every typeface of the folder stands in for another that lacks a letter; Source Sans has the most."""
    with TTFont(typefaces.FOLDER / "SourceSans3-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())
