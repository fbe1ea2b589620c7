"""Shares a total among cells so that the rows, the columns and what is fixed all hold: pure functions."""

from collections.abc import Mapping, Sequence

from varvet.demo.dice import Dice

Cell = tuple[str, str]


class DoesNotFit(ValueError):
    """No whole numbers give the figures asked for."""


def by_share(total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Whole numbers in proportion to the weights, the largest remainders rounded up. They sum to the total."""
    whole = sum(weights.values())
    exact = {name: total * weight / whole for name, weight in weights.items()}
    counts = {name: int(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (counts[name] - exact[name], name))
    for name in by_remainder[: total - sum(counts.values())]:
        counts[name] += 1
    return counts


def from_percent(total: int, percent: Mapping[str, int]) -> dict[str, int]:
    """Counts whose shares, rounded to whole percent, are the given ones; nothing where 0 is given.

    DoesNotFit when no counts of that total round so.
    """
    shown = {name: share for name, share in percent.items() if share}
    counts = by_share(total, shown) if shown else {}
    for name, share in shown.items():
        if abs(100 * counts[name] / total - share) >= 0.5:
            raise DoesNotFit(f"{counts[name]} of {total} is not {share} percent ({name})")
    return {name: counts.get(name, 0) for name in percent}


def table(
    rows: Mapping[str, int], columns: Mapping[str, int], fixed: Mapping[Cell, int], dice: Dice
) -> dict[Cell, int]:
    """A table with the given sums of rows and columns and the fixed cells as they are; the rest falls by chance."""
    if sum(rows.values()) != sum(columns.values()):
        raise DoesNotFit(f"rows sum to {sum(rows.values())}, columns to {sum(columns.values())}")
    left_rows = _left(rows, [(row, count) for (row, _), count in fixed.items()])
    left_columns = _left(columns, [(column, count) for (_, column), count in fixed.items()])
    cells = list(zip(dice.deal(left_rows), dice.deal(left_columns), strict=True))
    counts = dict.fromkeys(((row, column) for row in rows for column in columns), 0) | dict(fixed)
    for cell in _beside(cells, fixed):
        counts[cell] += 1
    return counts


def _left(sums: Mapping[str, int], taken: Sequence[tuple[str, int]]) -> dict[str, int]:
    left = dict(sums)
    for name, count in taken:
        left[name] -= count
    short = [name for name, count in left.items() if count < 0]
    if short:
        raise DoesNotFit(f"the fixed cells take more than there is of {', '.join(short)}")
    return left


def _beside(cells: list[Cell], fixed: Mapping[Cell, int]) -> list[Cell]:
    """The same rows and columns, paired anew where the chance hit a fixed cell."""
    found = list(cells)
    for number, (row, column) in enumerate(found):
        if (row, column) not in fixed:
            continue
        other = next((n for n, (r, c) in enumerate(found) if (row, c) not in fixed and (r, column) not in fixed), None)
        if other is None:
            raise DoesNotFit(f"no other cell can take what is left of {row}, {column}")
        found[number], found[other] = (row, found[other][1]), (found[other][0], column)
    return found
