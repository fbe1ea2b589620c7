"""A made-up access log of a month with the lists it is reviewed against, and what is right to find in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from varvet.extracts.generating.case_lists import UNITS
from varvet.extracts.generating.chance import Chance, person
from varvet.extracts.log_review.findings import FindingKind
from varvet.extracts.log_review.habits import THRESHOLDS

MONTH, DAYS, MIDDLE = date(2026, 3, 1), 31, 15
EACH, HALF = 60, 20  # cases a member of staff has; of them one in twenty only until the middle of the month
A_MONTH = 3_000  # openings a member of staff
CLIENTS, PROTECTED = 40, 500  # one of the staff in so many is a client; one case in so many is a protected person's
STRANGE, AT_NIGHT, TOO_MANY = 0.001, 5, 7
NIGHT_OWL, BUSY = 1, 2  # these members of staff
ROLES = ("Handläggare", "Handläggare", "Handläggare", "Enhetschef")


@dataclass(frozen=True)
class Town:
    """Who works there and whose cases there are; cases beyond those that staff have are nobody's."""

    staff: int

    @property
    def assigned(self) -> int:
        return self.staff * EACH

    @property
    def cases(self) -> int:
        return self.assigned * 11 // 10

    def role(self, number: int) -> str:
        """Empty for the one who has left, and is in no staff list."""
        return ROLES[number % len(ROLES)] if number < self.staff - 1 else ""

    def person_of_case(self, case: int) -> str:
        return person(case)

    def client(self, number: int) -> int | None:
        """The staff member's own case, where they are clients."""
        return (number * EACH + 7) % self.cases if number % CLIENTS == 0 else None

    def staff_person(self, number: int) -> str:
        own = self.client(number)
        return person(10_000_000 + number) if own is None else self.person_of_case(own)

    def has(self, staff: int, case: int, day: date) -> bool:
        mine = case < self.assigned and case % self.staff == staff
        return mine and (case % HALF > 0 or day.day <= MIDDLE)


@dataclass(frozen=True)
class Opening:
    staff: int
    case: int
    at: datetime


def town_of(rows: int) -> Town:
    return Town(max(20, rows // A_MONTH))


def openings(rows: int, seed: int) -> Iterator[Opening]:
    chance, town = Chance(seed, "log"), town_of(rows)
    for number in range(rows):
        day = MONTH + timedelta(days=number * DAYS // rows)
        case = chance.skewed(town.assigned)
        if chance.happens(STRANGE):
            case = chance.below(town.cases)
        staff = case % town.staff
        if chance.happens(STRANGE):
            staff = chance.below(town.staff)
        if chance.happens(TOO_MANY / town.staff):
            staff = BUSY
        if chance.happens(STRANGE / 2):
            staff = chance.below(town.staff) // CLIENTS * CLIENTS
            case = town.client(staff) or case
        yield Opening(staff, case, _moment(chance, day, staff))


def _moment(chance: Chance, day: date, staff: int) -> datetime:
    hour = 7 + chance.below(11)
    if staff == NIGHT_OWL and chance.happens(AT_NIGHT / 100):
        hour = chance.below(5)
    return datetime(day.year, day.month, day.day, hour, chance.below(60))  # noqa: DTZ001 - the log's own clock


@dataclass
class Reviewed:
    """Finds in plain Python what a review is to find, an opening at a time."""

    town: Town
    _pairs: dict[FindingKind, set[tuple[int, int]]] = field(default_factory=dict)
    _hours: Counter[tuple[int, int]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        staff = range(self.town.staff - 1)
        self._clients = {case: number for number in staff if (case := self.town.client(number)) is not None}

    def see(self, opening: Opening) -> None:
        for kind in self._kinds(opening):
            self._pairs.setdefault(kind, set()).add((opening.staff, opening.case))
        self._hours[opening.staff, opening.at.weekday() * 24 + opening.at.hour] += 1

    def _kinds(self, opening: Opening) -> Iterator[FindingKind]:
        if not self.town.has(opening.staff, opening.case, opening.at.date()):
            yield FindingKind.UNASSIGNED
        if opening.case % PROTECTED == 0:
            yield FindingKind.PROTECTED
        client = self._clients.get(opening.case)
        if client is not None:
            yield FindingKind.OWN if client == opening.staff else FindingKind.COLLEAGUE

    def answers(self) -> dict[str, int]:
        """How many findings of each kind."""
        counts = {kind: len(self._pairs.get(kind, ())) for kind in FindingKind}
        return {kind.value: count for kind, count in (counts | self._unlike()).items()}

    def _unlike(self) -> dict[FindingKind, int]:
        role_hours: Counter[tuple[str, int]] = Counter()
        times: dict[str, Counter[int]] = {}
        for (staff, hour), count in self._hours.items():
            role_hours[self.town.role(staff), hour] += count
            times.setdefault(self.town.role(staff), Counter())[staff] += count
        many = rare = 0
        for role, of_staff in times.items():
            if not role or len(of_staff) < THRESHOLDS.fewest_in_role:
                continue
            whole, typical = of_staff.total(), sorted(of_staff.values())[(len(of_staff) - 1) // 2]
            unusual = {h for (of, h), n in role_hours.items() if of == role and n * THRESHOLDS.rare_hour < whole}
            many += sum(_is_much(count, typical) for count in of_staff.values())
            rare += sum(
                sum(self._hours[staff, hour] for hour in unusual) >= THRESHOLDS.rare_openings for staff in of_staff
            )
        return {FindingKind.MANY: many, FindingKind.RARE_HOURS: rare, FindingKind.UNLISTED: len(times.get("", ()))}


def _is_much(count: int, typical: int) -> bool:
    return count >= typical * THRESHOLDS.times_typical and count >= typical + THRESHOLDS.more_than_typical


def staff_rows(town: Town) -> Iterator[tuple[str, ...]]:
    for number in range(town.staff - 1):
        yield f"u{number}", UNITS[number % len(UNITS)], town.role(number), town.staff_person(number)


def assignment_rows(town: Town) -> Iterator[tuple[str, ...]]:
    for case in range(town.assigned):
        last = "" if case % HALF else (MONTH + timedelta(days=MIDDLE - 1)).isoformat()
        yield f"u{case % town.staff}", f"SN {case}", (MONTH - timedelta(days=200)).isoformat(), last


def case_rows(town: Town) -> Iterator[tuple[str, ...]]:
    return ((f"SN {case}", town.person_of_case(case)) for case in range(town.cases))


def protected_rows(town: Town) -> Iterator[tuple[str, ...]]:
    return ((town.person_of_case(case),) for case in range(0, town.cases, PROTECTED))
