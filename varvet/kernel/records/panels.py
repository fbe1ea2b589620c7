"""What a register or an insight app may show on the start page: sentences with figures, rows, a small drawing."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.access.reader import Reader


class Drawing(StrEnum):
    """How a small drawing shows its values."""

    LINE = "line"  # one value a month; `band` is what was expected, `signals` what stood out
    BARS = "bars"  # one value a month, from 0
    DOTS = "dots"  # happenings on a line of time, 0 first and 1 now; `band` is the silence


@dataclass(frozen=True)
class Spark:
    """A drawing 150 wide beside a sentence. `says` explains it in words. None is a month that nobody measured."""

    drawing: Drawing
    values: tuple[float | None, ...]
    says: str
    band: tuple[float, float] | None = None
    signals: tuple[int, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A number in a sentence, and where it comes from; empty when there is nothing to open."""

    number: int | float | str
    href: str = ""


@dataclass(frozen=True)
class Sentence:
    """A whole sentence, translated, with {name} where a figure stands.

    Sentence(_("Ni fick {count} rapporter."), (("count", Figure(12, href)),))
    """

    text: str
    figures: tuple[tuple[str, Figure], ...] = ()
    spark: Spark | None = None


@dataclass(frozen=True)
class Row:
    """A thing in a list: what it is, where it leads, how far it has come. No names, no narrative.

    `step` of `steps` as in the state badge; `news` is said when something has happened since the reader last looked.
    """

    title: str
    href: str
    detail: str = ""
    status: str = ""
    status_label: str = ""
    step: int = 0
    steps: int = 6
    news: str = ""


@dataclass(frozen=True)
class Panel:
    """A part of the start page. With rows it stands under the queue, with only sentences beside it."""

    title: str
    sentences: tuple[Sentence, ...] = ()
    rows: tuple[Row, ...] = ()
    href: str = ""
    link: str = ""


@dataclass(frozen=True)
class StartPanel:
    """A declaration: who gets it (any of the permissions; none is all), its place, and what it says to a reader.

    `build` answers None when there is nothing to say. Orders: 10 one's own, 20 the unit, 30 the whole, 40 operations.
    """

    permissions: tuple[str, ...]
    order: int
    build: Callable[[Reader], Panel | None]

    def is_for(self, reader: Reader) -> bool:
        return not self.permissions or any(reader.has(code) for code in self.permissions)
