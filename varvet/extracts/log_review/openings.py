"""Who opened which case on which day in a way that must be explained: one expression, whatever engine runs it."""

import ibis

from varvet.extracts.log_review.sources import ASSIGNMENTS, CASES, PROTECTED, STAFF, Days, log_of

WHY = ("unassigned", "protected", "own", "colleague")
FAR_OFF = ibis.date(2999, 12, 31)


def openings(days: Days | None = None) -> ibis.Table:
    """A row a staff member, case and day: how many times, and why it is shown.

    `unassigned`: no assignment to the case that day. `protected`: the person has a protected identity. `own`: it is
    their own case. `colleague`: it is the case of somebody else on the staff list.
    """
    log, special = log_of(days), special_cases()
    periods = _marked(assigned_periods(), special)
    within = [
        log.staff == periods.assigned_staff,
        log["case"] == periods.assigned_case,
        log.day >= periods.first,
        log.day <= periods.last,
    ]
    known = log.left_join(periods, within)
    # Most openings need no explanation: what is left to be judged and counted is little, whatever the size of the log.
    # A special case is a protected person's or that of somebody on the staff list, so each opening of one is shown.
    left = known.filter(known.assigned_staff.isnull() | known.is_special)
    shown = left.left_join(special, left["case"] == special.special_case)
    flagged = shown.select(
        "staff",
        "case",
        "day",
        unassigned=shown.assigned_staff.isnull(),
        protected=shown.is_protected.fill_null(False),
        own=(shown.client_staff == shown.staff).fill_null(False),
        colleague=(shown.client_staff != shown.staff).fill_null(False),
    )
    counted = flagged.group_by("staff", "case", "day", *WHY).agg(times=flagged.count())
    return counted.select("staff", "case", "day", "times", *WHY)


def assigned_periods() -> ibis.Table:
    """Periods that do not overlap, so that a day is found in at most one of them."""
    last = ASSIGNMENTS["last"].fill_null(FAR_OFF)
    given = ASSIGNMENTS.filter(ASSIGNMENTS["first"].notnull() & (ASSIGNMENTS["first"] <= last))
    given = given.select("staff", "case", "first", last=given["last"].fill_null(FAR_OFF))
    before = ibis.window(group_by=["staff", "case"], order_by=["first", "last"], preceding=(None, 1), following=None)
    so_far = given.mutate(reached=given["last"].max().over(before))
    begins = so_far.reached.isnull() | (so_far["first"] > so_far.reached)
    marked = so_far.mutate(begins=begins.cast("int64"))
    up_to_here = ibis.window(group_by=["staff", "case"], order_by=["first", "last"], preceding=None, following=0)
    numbered = marked.mutate(period=marked.begins.sum().over(up_to_here))
    merged = numbered.group_by("staff", "case", "period").agg(
        first=numbered["first"].min(), last=numbered["last"].max()
    )
    return merged.select(assigned_staff="staff", assigned_case="case", first="first", last="last")


def _marked(periods: ibis.Table, special: ibis.Table) -> ibis.Table:
    """Periods know whether their case is special: to ask for each opening in a log would cost far more."""
    joined = periods.left_join(special, periods.assigned_case == special.special_case)
    return joined.select(*periods.columns, is_special=joined.special_case.notnull())


def special_cases() -> ibis.Table:
    """Cases of protected persons and of staff: few, whatever the size of the log. One row a case."""
    known = CASES.filter(CASES.person.notnull()).distinct()
    protected = PROTECTED.filter(PROTECTED.person.notnull()).select(hidden="person").distinct()
    employed = STAFF.filter(STAFF.person.notnull()).group_by("person").agg(client_staff=STAFF.staff.min())
    employed = employed.select("client_staff", employed_person="person")
    joined = known.left_join(protected, known.person == protected.hidden)
    joined = joined.left_join(employed, joined.person == employed.employed_person)
    found = joined.filter(joined.hidden.notnull() | joined.client_staff.notnull())
    return found.group_by(special_case=found["case"]).agg(
        is_protected=found.hidden.notnull().any(), client_staff=found.client_staff.min()
    )
