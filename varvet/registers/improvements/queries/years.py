"""What comes back year after year in a unit, read for many improvements at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.words import Sentence
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import QualityYears, quality_years
from varvet.registers.improvements.models import AreaTouched, Improvement
from varvet.registers.improvements.rules import Past, is_alike, told, years_in_a_row


@dataclass(frozen=True)
class Returning:
    """The improvements of some units, by id, each with its years."""

    pasts: dict[int, Past]

    def years(self, improvement: Improvement) -> int:
        """In a row, up to the improvement's own last year; 0 for one that these are not about."""
        one = self.pasts.get(improvement.pk)
        return years_in_a_row(one, self.pasts.values()) if one else 0

    def told(self, improvement: Improvement) -> Sentence | None:
        return told(self.years(improvement))

    def alike(self, improvement: Improvement) -> list[int]:
        """Ids of the earlier ones that make the years, the oldest first."""
        one = self.pasts.get(improvement.pk)
        if one is None:
            return []
        first = one.last_year - years_in_a_row(one, self.pasts.values()) + 1
        return [past.pk for past in self.pasts.values() if _is_earlier(past, one, first)]


def _is_earlier(past: Past, one: Past, first: int) -> bool:
    in_the_row = first <= past.last_year and past.first_year < one.last_year
    return in_the_row and past.pk != one.pk and is_alike(one, past)


def returning_in(root: Unit, unit_ids: Collection[int], on: date) -> Returning:
    """As it stood on a day: two questions, however many improvements there are."""
    years = quality_years(root)
    rows = AreaTouched.objects.filter(primary=True, improvement__unit_id__in=unit_ids, improvement__decided_on__lte=on)
    fields = ("cause", "decided_on", "carried_out_on", "given_up_on")
    found = rows.order_by("improvement__decided_on", "improvement_id").values_list(
        "improvement_id", "improvement__unit_id", "quality_area", *(f"improvement__{name}" for name in fields)
    )
    return Returning({row[0]: _past(row, years, on) for row in found})


def _past(row: tuple[int, int, str, str, date, date | None, date | None], years: QualityYears, on: date) -> Past:
    pk, unit_id, area, cause, decided, carried_out, given_up = row
    over = min(carried_out or given_up or on, on)
    return Past(pk, unit_id, area, cause, _year(years, decided), _year(years, max(over, decided)))


def _year(years: QualityYears, day: date) -> int:
    return int(years.of(day).name)
