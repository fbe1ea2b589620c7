"""Who may decide: whoever the delegation order names, and not whoever investigated."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LONGEST_POINT = 80  # characters


@dataclass(frozen=True)
class Mandate:
    """A point of the delegation order: for a person, or for whoever holds a role; the other is None or empty.

    Both days are included; no last day leaves it open.
    """

    pk: int
    point: str
    first_day: date
    last_day: date | None = None
    person: int | None = None
    role: str = ""


def mandate_on(day: date, mandates: Iterable[Mandate], *, person: int, roles: Collection[str]) -> Mandate | None:
    """The point somebody decides under on a day; one that names the person before one that names their role."""
    held = [one for one in mandates if one.person == person or (one.role and one.role in roles)]
    in_force = [one for one in held if one.first_day <= day and (one.last_day is None or day <= one.last_day)]
    return min(in_force, key=lambda one: (one.person is None, one.first_day, one.pk), default=None)


def check_mandate(mandate: Mandate | None) -> None:
    if mandate is None:
        raise RuleBroken("lex_sarah.delegation.none", marked("Du har ingen delegation att besluta i ärendet."))


def check_apart(*, investigated: bool, may_be_one: bool) -> None:
    """Whoever investigated does not decide, unless the root has chosen so."""
    if investigated and not may_be_one:
        sentence = marked("Du har utrett ärendet. Någon annan behöver besluta.")
        raise RuleBroken("lex_sarah.decide.investigator", sentence)


def check_delegation(point: str, named: Collection[object], days: tuple[date, date | None]) -> None:
    """A point has a name, and is given to a person or a role, not to both. `days` are its first and last."""
    if not point.strip():
        raise RuleBroken("lex_sarah.delegation.point", "Skriv punkten i delegationsordningen.", field="point")
    if len([one for one in named if one]) != 1:
        raise RuleBroken("lex_sarah.delegation.whom", "Välj en person eller en roll, inte båda.", field="person")
    first, last = days
    if last is not None and last < first:
        raise RuleBroken("lex_sarah.delegation.days", "Den sista dagen kommer före den första.", field="last_day")
