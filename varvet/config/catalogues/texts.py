"""What there is to translate, found by reading code and pages, never by running them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize


@dataclass(frozen=True)
class Text:
    """A text of the interface as written; `plural` when it is counted, `context` when the word alone is not enough."""

    singular: str
    plural: str = ""
    context: str = ""


@dataclass(frozen=True)
class Place:
    """An argument that is shown to people: its position, and its name when it is given by name."""

    position: int
    name: str = ""


_FIRST = (Place(0),)
# Calls whose arguments are texts of the interface, translated where they are shown.
SPOKEN: dict[str, tuple[Place, ...]] = {
    "_": _FIRST,
    "now_": _FIRST,
    "gettext": _FIRST,
    "gettext_lazy": _FIRST,
    "marked": _FIRST,
    "NotAllowed": (Place(0, "sentence"),),
    "RuleBroken": (Place(1, "wording"),),
    "check_words": (Place(2, "missing"), Place(3)),
    "check_reason": (Place(2, "missing"),),
    "Transition": (Place(1, "label"),),
    "Moves": (Place(1, "refusal"),),
    "Permission": (Place(1, "label"),),
    "MenuItem": (Place(0, "label"),),
    "Place": (Place(0, "label"),),
    "Task": (Place(0, "title"), Place(6, "detail")),
    "Register": (Place(1, "label"),),
    "Measures": (Place(2, "missing"),),
    "measure": (Place(1, "label"), Place(2, "counts")),
    "Measure": (Place(1, "label"), Place(2, "counts"), Place(6, "missing")),
}
COUNTED = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
_QUOTED = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_IN_PAGE = re.compile(rf"(?<!\w)(_|gettext|ngettext|pgettext)\(\s*{_QUOTED}(?:\s*,\s*{_QUOTED})?")


def in_python(path: Path) -> Iterator[Text]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield from _in_call(node)


def in_page(path: Path) -> Iterator[Text]:
    """Through Django's own reader of pages, which writes each tag's text as a call."""
    calls = templatize(path.read_text("utf-8"), origin=str(path))
    for name, first, second in _IN_PAGE.findall(calls):
        texts = [ast.literal_eval(text) for text in (first, second) if text]
        yield _text(name, texts)


def spoken_in(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that are texts of the interface."""
    name = _name(call.func)
    if name in COUNTED | IN_CONTEXT:
        return call.args[:2]
    found = (_argument(call, place) for place in SPOKEN.get(name, ()))
    return [argument for argument in found if argument is not None]


def _in_call(call: ast.Call) -> Iterator[Text]:
    name, texts = _name(call.func), [text for text in map(_constant, spoken_in(call)) if text]
    if name in COUNTED | IN_CONTEXT and texts:
        yield _text(name, texts)
    elif texts:
        yield from map(Text, texts)


def _text(name: str, texts: list[str]) -> Text:
    if name in IN_CONTEXT:
        return Text(texts[1], context=texts[0])
    return Text(texts[0], plural=texts[1]) if name in COUNTED else Text(texts[0])


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


def _argument(call: ast.Call, place: Place) -> ast.expr | None:
    named = [keyword.value for keyword in call.keywords if place.name and keyword.arg == place.name]
    by_position = call.args[place.position : place.position + 1]
    return next(iter(named or by_position), None)


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
