"""What the register costs where everybody looks: little where there is nothing, and no more for many than for one."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.tests.factories import PAGES, following_up, registered

TABLE = ProviderReport._meta.db_table


def asked(user: User, address: str) -> list[str]:
    client = as_(user)
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        client.get(address)
    return [query["sql"] for query in caught.captured_queries]


def test_the_start_page_asks_it_once_where_nothing_waits(cast: Cast) -> None:
    own = [sql for sql in asked(cast.dag, "/") if sql.partition(" FROM ")[2].startswith(f'"{TABLE}"')]
    assert len(own) == 1


def test_a_list_of_many_costs_what_a_list_of_two_does(cast: Cast) -> None:
    following_up(cast), registered(cast)
    few = len(asked(cast.dag, f"{PAGES}?lage=alla"))
    following_up(cast), registered(cast), following_up(cast)
    assert len(asked(cast.dag, f"{PAGES}?lage=alla")) == few
