"""What a delegationsordning must say: kinds of decisions, and for each the roles that may make it."""

from collections.abc import Sequence

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

FIELDS = ("decision", "decided_by")
MOST_LINES = 5_000
NO_LINES = marked("Listan har ingen rad med både beslutstyp och roll.")
TOO_MANY = marked("Listan har fler än {most} rader. Är det delegationsordningen?")
NOT_WHOLE = marked("{count} rader saknar beslutstyp eller roll. Rätta listan och läs in den igen.")

Pairs = Sequence[tuple[str, ...]]


def check_lines(pairs: Pairs, aside: int) -> None:
    """A line that is left out would make a right decision look wrong, so the list is taken whole or not at all."""
    if not pairs:
        raise RuleBroken("self_check.delegation.empty", NO_LINES, field="file")
    if len(pairs) > MOST_LINES:
        raise RuleBroken("self_check.delegation.many", TOO_MANY, field="file", values={"most": MOST_LINES})
    if aside:
        raise RuleBroken("self_check.delegation.aside", NOT_WHOLE, field="file", values={"count": aside})
