"""Consequence and probability as a grid of 25 choices: a radio group that is also read as a table."""

from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from varvet.kernel.law.words import marked

SCALE = range(1, 6)
HIGH, MEDIUM = 15, 8  # the least product of each level
CONSEQUENCES = {
    1: marked("ingen skada"),
    2: marked("mindre"),
    3: marked("måttlig"),
    4: marked("allvarlig"),
    5: marked("mycket allvarlig"),
}
PROBABILITIES = {
    1: marked("mycket osannolikt"),
    2: marked("osannolikt"),
    3: marked("möjligt"),
    4: marked("troligt"),
    5: marked("mycket troligt"),
}
LEVELS = {"low": marked("låg"), "medium": marked("medel"), "high": marked("hög")}


@dataclass(frozen=True)
class Cell:
    """A choice as drawn: the radio with its words, the product, and the level: low, medium or high."""

    control: SafeString
    product: int
    level: str


@dataclass(frozen=True)
class Row:
    probability: int
    cells: tuple[Cell, ...]


def level_of(consequence: int, probability: int) -> str:
    """low, medium or high: 1-7, 8-14, 15-25."""
    product = consequence * probability
    if product >= HIGH:
        return "high"
    return "medium" if product >= MEDIUM else "low"


def grid_choices() -> list[tuple[str, str]]:
    """Choices for a form's field, "3-4" for consequence 3 and probability 4, told in full."""
    return [(f"{c}-{p}", told(c, p)) for p in reversed(SCALE) for c in SCALE]


def told(consequence: int, probability: int) -> str:
    return _("Konsekvens %(consequence)s, sannolikhet %(probability)s: risk %(product)s, %(level)s") % {
        "consequence": f"{consequence} {_(CONSEQUENCES[consequence])}",
        "probability": f"{probability} {_(PROBABILITIES[probability])}",
        "product": consequence * probability,
        "level": _(LEVELS[level_of(consequence, probability)]),
    }


def grid(bound: BoundField) -> dict[str, Any]:
    """Rows from the most probable down, for a field with `grid_choices`."""
    radios = {str(widget.data["value"]): widget for widget in bound.subwidgets}
    return {
        "rows": [Row(p, tuple(_cell(radios[f"{c}-{p}"], c, p) for c in SCALE)) for p in reversed(SCALE)],
        "columns": list(SCALE),
        "consequences": [(number, _(words)) for number, words in CONSEQUENCES.items()],
        "probabilities": [(number, _(words)) for number, words in PROBABILITIES.items()],
    }


def _cell(radio: Any, consequence: int, probability: int) -> Cell:
    radio.data["attrs"]["aria-label"] = radio.choice_label
    return Cell(radio.tag(), consequence * probability, level_of(consequence, probability))
