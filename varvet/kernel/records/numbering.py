"""References such as AVV-2026-0012, from a counter per root, kind and year, locked until the transaction ends."""

import secrets

from django.db import connection

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Counter
from varvet.kernel.records.registry import get_register

UNNUMBERED = "~"


def next_reference(root: Unit, kind: str, year: int) -> str:
    """Takes the next number; the counter's row stays locked until the transaction ends."""
    return reserve(root, kind, year, 1)[0]


def reserve(root: Unit, kind: str, year: int, how_many: int) -> list[str]:
    """Takes several numbers in a row, for an import."""
    last = _take(root, kind, year, how_many)
    prefix = get_register(kind).prefix
    return [f"{prefix}-{year}-{n:04}" for n in range(last - how_many + 1, last + 1)]


def next_in_series(root: Unit, series: str, year: int) -> int:
    """The next number of another series than the references, such as a diary's; locked as they are."""
    return _take(root, series, year, 1)


def _take(root: Unit, kind: str, year: int, how_many: int) -> int:
    """The counter's new last number."""
    last = _advance(root, kind, year, how_many)
    if last is None:
        Counter.objects.get_or_create(root=root, kind=kind, year=year)
        last = _advance(root, kind, year, how_many)
        assert last is not None
    return last


def _advance(root: Unit, kind: str, year: int, steps: int) -> int | None:
    """The counter's new last number; None while there is no counter. One statement locks, counts and answers."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE records_counter SET last = last + %s WHERE root_id = %s AND kind = %s AND year = %s RETURNING last",
            [steps, root.pk, kind, year],
        )
        row = cursor.fetchone()
    return int(row[0]) if row else None


def unnumbered() -> str:
    """What stands for a reference until `spine.commit` gives the number, last of all: nobody waits for it longer."""
    return f"{UNNUMBERED}{secrets.token_hex(8)}"


def is_unnumbered(reference: str) -> bool:
    return reference.startswith(UNNUMBERED)
