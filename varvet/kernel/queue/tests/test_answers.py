"""How long a question has waited is said in days, and on the first day so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.queue.answers import tell_unanswered
from varvet.kernel.records import registry
from varvet.kernel.records.models import Referral
from varvet.kernel.records.referrals import refer
from varvet.kernel.records.tests.toy import TOYS, make_toy


@pytest.fixture(autouse=True)
def asking(toys: object) -> Iterator[None]:
    registry.clear()
    registry.add(replace(TOYS, tasks_for=("deviations.assess",)))
    return iter([None])


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "{count} fråga till ett annat register saknar svar sedan i dag."),
        (1, "{count} fråga till ett annat register saknar svar. Den har väntat i {days} dygn."),
    ],
)
def test_since_today_or_for_days(cast: Cast, days: int, said: str) -> None:
    refer(make_toy(cast), "lex_sarah", by=cast.alice)
    Referral.objects.update(asked_at=timezone.now() - timedelta(days=days))
    panel = tell_unanswered(reader_of(cast.alice, today=timezone.localdate()))
    assert panel is not None
    [sentence] = panel.sentences
    assert sentence.text == said
    assert dict(sentence.figures)["count"].number == 1
