"""What a page of a long list and a search cost, in queries and milliseconds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.filling import A_YEAR, LISTED
from bench.start import milliseconds
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.search.texts import Question, search_texts
from varvet.registers.deviations.queries import Filters, list_page

ROUNDS = 15
MOST_QUERIES, MOST_MS, MOST_SEARCH_MS = 8, 50, 150
LATE = f"{(NOW - timedelta(minutes=26 * (LISTED // 2))).isoformat()}_{10**9}"


@dataclass(frozen=True)
class Cost:
    """One thing that was done: how often it asked the database, how long it took, and what it may take."""

    name: str
    queries: int | None
    taken_ms: float
    own_ms: float  # of it in this process; the rest is the database, when it is another, and waiting
    may_ms: int
    may_queries: int | None = None

    @property
    def holds(self) -> bool:
        few = self.may_queries is None or self.queries is None or self.queries <= self.may_queries
        return few and self.taken_ms <= self.may_ms


def reading(cast: Cast) -> list[Cost]:
    return [*_lists(cast), *_pages(cast), _search(cast)]


def _lists(cast: Cast) -> list[Cost]:
    department = cast.department.pk
    first, last = date(2025, 4, 1), TODAY
    cases: dict[str, tuple[User, Filters, str]] = {
        "all units, open": (cast.eva, Filters("open"), ""),
        "all units, everything, page 1000": (cast.eva, Filters(), LATE),
        "a department, a year, serious": (cast.eva, Filters("", department, first, last, severity="serious"), ""),
        "a department, a rare type": (cast.eva, Filters("", department, category="documentation"), ""),
        "a department, overdue, very worried": (cast.eva, Filters("", department, worry=4, overdue=True), ""),
        "a department, no such thing": (cast.eva, Filters("", department, severity="serious", reopened=True), ""),
        "a unit, open": (cast.alice, Filters("open"), ""),
        "a unit, all filters, page 2": (cast.alice, _every(cast), LATE),
    }
    return [_cost(f"list: {name}", _list(*case), MOST_MS, MOST_QUERIES) for name, case in cases.items()]


def _every(cast: Cast) -> Filters:
    return Filters("closed", cast.a.pk, None, TODAY, "deviation", "treatment", 2, "minor", overdue=False)


def _list(user: User, filters: Filters, after: str) -> Callable[[], object]:
    """With a reader of its own each time, as every request has."""
    return lambda: list_page(Reader(user, TODAY), filters, after)


def _pages(cast: Cast) -> list[Cost]:
    client = Client()
    client.force_login(cast.eva)
    where = f"enhet={cast.department.pk}"
    cases = {"open": where, "serious, a year": f"{where}&lage=alla&allvar=serious&fran=2025-04-01"}
    return [
        _cost(f"whole page: {name}", lambda query=query: client.get(f"/avvikelser/?{query}"), MOST_MS)  # type: ignore[misc]  # bound now
        for name, query in cases.items()
    ]


def _search(cast: Cast) -> Cost:
    question = Question("fallit korridor", TODAY - timedelta(days=5 * 365), TODAY)
    return _cost(
        f"search: {3 * A_YEAR} texts of a unit",
        lambda: search_texts(Reader(cast.alice, TODAY), question),
        MOST_SEARCH_MS,
    )


def _cost(name: str, does: Callable[[], object], may_ms: int, may_queries: int | None = None) -> Cost:
    does()
    with CaptureQueriesContext(connection) as asked:
        does()
    return Cost(name, len(asked), *milliseconds(does, ROUNDS), may_ms, may_queries)
