"""What comes back: in how many years in a row a unit has had an improvement for the same area and cause."""

from collections.abc import Iterable
from dataclasses import dataclass

from varvet.kernel.law.words import Sentence, marked

SECOND = marked("Andra året i rad för samma område i enheten")
THIRD = marked("Tredje året i rad för samma område i enheten")
MORE = marked("{years} år i rad för samma område i enheten")
RETURNING = 2  # years in a row that are told of


@dataclass(frozen=True)
class Past:
    """An improvement's years, both included: from the decision until it was in place or given up, or now."""

    pk: int
    unit_id: int
    area: str
    cause: str
    first_year: int
    last_year: int


def is_alike(one: Past, other: Past) -> bool:
    """The same unit and primary area, and causes that do not speak against each other: one may be unknown."""
    causes = {cause for cause in (one.cause, other.cause) if cause}
    return bool(one.area) and (one.unit_id, one.area) == (other.unit_id, other.area) and len(causes) <= 1


def years_in_a_row(one: Past, others: Iterable[Past]) -> int:
    """Counted back from the improvement's own last year. What was decided later does not count."""
    alike = [past for past in (one, *others) if past.pk == one.pk or is_alike(one, past)]
    years = {year for past in alike for year in range(past.first_year, past.last_year + 1)}
    count = 0
    while one.last_year - count in years:
        count += 1
    return count


def told(years: int) -> Sentence | None:
    if years < RETURNING:
        return None
    return {2: Sentence(SECOND), 3: Sentence(THIRD)}.get(years, Sentence(MORE, {"years": years}))
