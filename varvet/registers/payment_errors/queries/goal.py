"""How many were told of this year, beside the root's own goal."""

from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.settings_of_root import get_setting, quality_year_of
from varvet.kernel.records.models import Fact
from varvet.registers.payment_errors.models import GOAL, KIND


@dataclass(frozen=True)
class Goal:
    """`wanted` is None where no goal is set; `year` is what the root calls its quality year."""

    year: str
    told: int
    wanted: int | None

    @property
    def reached(self) -> bool:
        return self.wanted is not None and self.told >= self.wanted


def read_goal(reader: Reader) -> Goal | None:
    """Of the whole root, as the goal is. None without a root."""
    if reader.root is None:
        return None
    period = quality_year_of(reader.root, reader.today)
    rows = Fact.objects.filter(root=reader.root, register=KIND, happening="received")
    told = rows.filter(day__gte=period.first, day__lte=period.last).count()
    wanted = str(get_setting(reader.root, GOAL, reader.today)).strip()
    return Goal(period.name, told, int(wanted) if wanted else None)
