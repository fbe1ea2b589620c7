"""The Paper value: everything a finished document says, as pure data that both renderers take."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

DEEPEST = 3


@dataclass(frozen=True)
class Heading:
    level: int  # 1 for a section, 2 and 3 under it, never skipped
    text: str
    new_page: bool = False  # what begins here is a part of its own


@dataclass(frozen=True)
class Paragraph:
    """What somebody wrote or the program says: an empty line begins a new paragraph, a line break stays."""

    text: str


@dataclass(frozen=True)
class Fact:
    term: str
    value: str


@dataclass(frozen=True)
class Facts:
    """Coded values, each beside its name."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Column:
    label: str
    share: float = 1.0  # of the width, as against the other columns


@dataclass(frozen=True)
class Table:
    """Words in rows. The first cell of each row names it, and `title` says what the table holds."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"every row has one cell for each of the {len(self.columns)} columns")


@dataclass(frozen=True)
class Numbered:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Note:
    """Something to know about what stands around it."""

    text: str


@dataclass(frozen=True)
class Missing:
    """Something the document should hold and does not: said plainly where it would have stood."""

    text: str


Block: TypeAlias = Heading | Paragraph | Facts | Table | Numbered | Note | Missing


@dataclass(frozen=True)
class Paper:
    """`secrecy` and `draft` are said on every page; empty when nothing is to be said."""

    title: str
    kind: str  # what sort of document: "Utredning enligt lex Sarah"
    reference: str
    sender: str  # whose document it is: the root's name
    place: str  # the unit it concerns
    day: date
    blocks: tuple[Block, ...]
    secrecy: str = ""
    draft: str = ""
    colophon: str = ""  # who made it, and when

    def __post_init__(self) -> None:
        titles = [self.title, *[block.text for block in self.blocks if isinstance(block, Heading)]]
        if not all(title.strip() for title in titles):
            raise ValueError("a title or a heading is empty")
        levels = [block.level for block in self.blocks if isinstance(block, Heading)]
        allowed = [1, *(min(level + 1, DEEPEST) for level in levels)]
        if any(not 1 <= level <= most for level, most in zip(levels, allowed, strict=False)):
            raise ValueError(f"the headings skip a level: {levels}")
