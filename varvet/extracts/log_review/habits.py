"""Whose use of the system is unlike that of others in the same role: how much, and at which hours of the week."""

from dataclasses import dataclass

import ibis

from varvet.extracts.log_review.sources import STAFF, Days, log_of


@dataclass(frozen=True)
class Thresholds:
    """Where use begins to be unusual; a root may choose others.

    `times_typical`: as many openings as this many of the role's median. `more_than_typical`: and at least so many more.
    `rare_hour`: an hour of the week is rare when fewer than one opening in this many of the role's falls in it.
    `rare_openings`: so many at rare hours are shown. `fewest_in_role`: with fewer there is nothing to compare with.
    """

    times_typical: int = 3
    more_than_typical: int = 100
    rare_hour: int = 1_000
    rare_openings: int = 5
    fewest_in_role: int = 5


THRESHOLDS = Thresholds()
SEEN = ("times", "first", "last")


def hours_of(days: Days | None = None) -> ibis.Table:
    """A row a member of staff and hour of the week: how many times they opened anything, first and last day.

    As many rows as there are of these, whatever the size of the log: an engine that keeps them reads the log once.
    """
    log = log_of(days)
    by_hour = log.group_by("staff", "hour_of_week").agg(times=log.count(), first=log.day.min(), last=log.day.max())
    listed = STAFF.group_by("staff").agg(role=STAFF.role.min()).select("role", listed_staff="staff")
    known = by_hour.left_join(listed, by_hour.staff == listed.listed_staff)
    return known.select("staff", "hour_of_week", *SEEN, "role", unlisted=known.listed_staff.isnull())


def habits(known: ibis.Table, limits: Thresholds = THRESHOLDS) -> ibis.Table:
    """Out of `hours_of`, a row a member of staff to be asked: `many` and `rare` say of what, `unlisted` that the staff
    list lacks them. `first` and `last`: days on which they opened anything.

    Whole numbers only, so that every engine says the same.
    """
    hours = _with_rare_hours(known, limits)
    people = hours.group_by("staff", "role", "unlisted").agg(
        times=whole(hours.times.sum()),
        rare_times=whole(ibis.ifelse(hours.is_rare, hours.times, 0).sum()),
        first=hours["first"].min(),
        last=hours["last"].max(),
    )
    return _judged(_with_typical(people), limits)


def whole(total: ibis.Value) -> ibis.Value:
    """DuckDB's sums are wider than Ibis takes them for, and would become floating numbers in the file."""
    return total.cast("decimal(38, 0)").cast("int64")


def _with_rare_hours(known: ibis.Table, limits: Thresholds) -> ibis.Table:
    by_role_hour = known.group_by("role", "hour_of_week").agg(hour_times=whole(known.times.sum()))
    role = ibis.window(group_by=["role"])
    summed = by_role_hour.mutate(role_times=whole(by_role_hour.hour_times.sum().over(role)))
    rare = summed.filter(summed.hour_times * limits.rare_hour < summed.role_times)
    rare = rare.select(rare_role="role", rare_hour="hour_of_week")
    joined = known.left_join(rare, [known.role.identical_to(rare.rare_role), known.hour_of_week == rare.rare_hour])
    return joined.select(*known.columns, is_rare=joined.rare_hour.notnull())


def _with_typical(people: ibis.Table) -> ibis.Table:
    """`typical`: the lower median of the role, which is somebody's own number."""
    in_order = ibis.window(group_by=["role"], order_by=["times", "staff"])
    role = ibis.window(group_by=["role"])
    ranked = people.mutate(place=ibis.row_number().over(in_order), in_role=people.count().over(role))
    is_middle = (ranked.place * 2 >= ranked.in_role - 2) & (ranked.place * 2 < ranked.in_role)
    middle = ibis.ifelse(is_middle, ranked.times, ibis.null("int64"))
    return ranked.mutate(typical=middle.min().over(role))


def _judged(people: ibis.Table, limits: Thresholds) -> ibis.Table:
    comparable = people.role.notnull() & (people.in_role >= limits.fewest_in_role)
    many = (people.times >= people.typical * limits.times_typical) & (
        people.times >= people.typical + limits.more_than_typical
    )
    judged = people.mutate(
        many=comparable & many,
        rare=comparable & (people.rare_times >= limits.rare_openings),
    )
    shown = judged.filter(judged.many | judged.rare | judged.unlisted)
    return shown.select("staff", "role", "times", "typical", "rare_times", "many", "rare", "unlisted", "first", "last")
