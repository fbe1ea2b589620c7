"""Characters that a format cannot hold: replaced by a sign that shows that something stood there."""

import functools
import re
import unicodedata

from fontTools.ttLib import TTFont

from varvet.insight.annual_report import typefaces
from varvet.insight.annual_report.stored import with_texts
from varvet.insight.annual_report.value import Report

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACED = "\ufffd"
REPLACED_IN_PRINT = "□"
SPACES = "\n\t\u00ad\u200b"


def for_xml(report: Report) -> Report:
    """Word, the spreadsheet and the web page hold everything but control characters."""
    changed: Report = with_texts(report, lambda text: NOT_IN_XML.sub(REPLACED, text))
    return changed


def for_print(report: Report) -> Report:
    """PDF/A refuses a character that no typeface of the report can show."""
    changed: Report = with_texts(report, _printable)
    return changed


def _printable(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if _is_shown(letter) else REPLACED_IN_PRINT for letter in text)


def _is_shown(letter: str) -> bool:
    return ord(letter) in _shown() or letter in SPACES or unicodedata.category(letter) == "Zs"


@functools.cache
def _shown() -> frozenset[int]:
    """Every typeface of the folder stands in for another that lacks a letter; Source Sans has the most."""
    with TTFont(typefaces.FOLDER / "SourceSans3-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())
