"""What a list page shows around its rows: tabs, active filters and paging."""

from dataclasses import dataclass

from varvet.kernel.ui import words


@dataclass(frozen=True)
class Tab:
    """A saved view. `count` as text, since counts stop at a ceiling."""

    label: str
    href: str
    current: bool = False
    count: str = ""


@dataclass(frozen=True)
class Chip:
    """An active filter; `href` is the list without it."""

    label: str
    href: str


@dataclass(frozen=True)
class Paging:
    """`says` such as "1-10 av 42"; addresses are empty where there is no page."""

    says: str
    previous_href: str = ""
    next_href: str = ""


def count_text(count: int, ceiling: int = 1000) -> str:
    """Counting stops at the ceiling: "minst 1 000"."""
    return f"minst {words.integer(ceiling)}" if count >= ceiling else words.integer(count)


def shown_of(first: int, last: int, total: int) -> str:
    """ "1-10 av 42" with an en dash; "Inga" when there are none."""
    if total == 0:
        return "Inga"
    return f"{words.integer(first)}\u2013{words.integer(last)} av {count_text(total)}"
