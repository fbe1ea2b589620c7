"""How a part of the start page is drawn: its sentences with their figures, its rows and its small drawings."""

from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from varvet.kernel.records.panels import Figure, Panel, Sentence, Spark
from varvet.kernel.ui import sparks, words


def panel(panel: Panel, number: int) -> dict[str, Any]:
    """`number` makes the heading's id its own on the page."""
    return {"panel": panel, "number": number}


def sentence(sentence: Sentence) -> SafeString:
    """The sentence with each figure as a link to what it counts. KeyError when the text names another figure."""
    if not sentence.figures:
        return escape(sentence.text)
    return format_html(escape(sentence.text), **{name: _figure(figure) for name, figure in sentence.figures})


def spark(spark: Spark) -> dict[str, Any]:
    return {"drawn": sparks.drawn(spark)}


def _figure(figure: Figure) -> SafeString:
    text = _said(figure.number)
    if not figure.href:
        return format_html('<b class="num">{}</b>', text)
    return format_html('<a class="fg" href="{}">{}</a>', figure.href, text)


def _said(number: float | str) -> str:
    if isinstance(number, str):
        return number
    return words.integer(number) if isinstance(number, int) else words.decimal(number, 1)
