"""Whatever is done in whatever order, by whomever, with the power cut anywhere: what may be lex Sarah is found."""

import logging
import os

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reconciliation.checks import check_everything
from tests.reconciliation.work import Work, with_follower
from varvet.kernel.access.tests.cast import Cast

logger = logging.getLogger(__name__)

OFTEN = ["report", "assess", "accept", "refuse", "close"]
ASIDE = ["add_more", "ask", "say_why_not", "reopen", "reroute", "dismiss", "duplicate", "join", "leave", "wait"]
PEOPLE = ["move_unit", "switch_off", "end_role"]
VERBS = st.sampled_from([*OFTEN, *OFTEN, *ASIDE, *PEOPLE])
CRASH = st.one_of(st.just(0), st.just(0), st.integers(1, 70))
STEP = st.tuples(VERBS, st.integers(0, 59), CRASH)
SEQUENCES = int(os.environ.get("TEST_SEQUENCES", "150"))  # `make test-sequences` walks thousands
BEGIN = st.lists(st.integers(0, 11), min_size=1, max_size=4)
SLOW_IS_RIGHT = [HealthCheck.too_slow, HealthCheck.data_too_large]


def test_nothing_that_may_be_lex_sarah_is_lost(cast: Cast) -> None:
    with_follower(cast)
    counted = {"done": 0, "crashes": 0}

    @settings(max_examples=SEQUENCES, deadline=None, suppress_health_check=SLOW_IS_RIGHT)
    @given(BEGIN, st.lists(STEP, min_size=8, max_size=30))
    def run(reports: list[int], steps: list[tuple[str, int, int]]) -> None:
        before = transaction.savepoint()
        work = Work(cast)
        try:
            for number in reports:
                work.do("report", number)
            for verb, number, crash in steps:
                work.do(verb, number, crash)
            check_everything(work)
        finally:
            transaction.savepoint_rollback(before)
        counted["done"] += work.done
        counted["crashes"] += work.crashes

    run()
    logger.info("%s sequences, %s steps done, %s crashes", SEQUENCES, counted["done"], counted["crashes"])
    assert counted["done"] > 1000 / 150 * SEQUENCES, "much was done, and much was cut"
    assert counted["crashes"] > 100 / 150 * SEQUENCES
