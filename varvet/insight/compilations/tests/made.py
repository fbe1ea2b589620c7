"""A unit with something counted in the second half of 2025, and what somebody asks of its compilation."""

from datetime import date, datetime

from varvet.insight.compilations.actions import Change
from varvet.insight.compilations.queries import Wanted, get_wanted
from varvet.insight.compilations.rules import Place
from varvet.insight.measures.tests.samples import add_fact
from varvet.insight.unit_page.tests.counted import mention, received, took
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.organisation.models import Unit

CODE = "2025-h2"
TEXTS = {Place.SEEN: "Fler rapporter i november.", Place.DOING: "Ny rutin för överlämning."}


def fill(cast: Cast) -> None:
    """Five deviations in the half-year at A, one before and one after; and a little in two other registers."""
    for day in (date(2025, 6, 30), date(2025, 7, 1), date(2025, 11, 5), date(2025, 12, 31), date(2026, 1, 1)):
        received(cast.a, day)
        mention(cast.a, day, "delay")
        took("closed", cast.a, day, days=day.day)
    received(cast.a, date(2025, 11, 6), count=2)
    mention(cast.a, date(2025, 11, 6), "treatment", count=2)
    received(cast.b, date(2025, 11, 6), count=9)
    add_fact(cast.a, date(2025, 10, 1), register="feedback", happening="received", kind="complaint")
    add_fact(cast.b, date(2025, 10, 1), register="lex_sarah", happening="received")


def wanted(cast: Cast, user: User, unit: Unit | None = None, code: str = CODE) -> Wanted:
    return get_wanted(reader_of(user), (unit or cast.a).pk, code)


def change(cast: Cast, user: User, version: int = 0, now: datetime = NOW) -> Change:
    """By somebody who may not even read it too: the action must refuse by itself."""
    return Change(wanted(cast, cast.eva), version, user, now)
