"""What the year's rounds lack before the report, in the reader's units."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, Max, OuterRef

from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.settings_of_root import Period
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.self_checks.models import FollowUp, Frame, Narrative, Part, Round, Split
from varvet.registers.self_checks.queries.round import visible_to
from varvet.registers.self_checks.rules import Dimension, Status
from varvet.registers.self_checks.rules.readiness import Lack, Standing, lacks_of


@dataclass(frozen=True)
class Readiness:
    """Rounds whose last day lies in the year: how many, how many lack nothing, and which lack what."""

    total: int
    ready: int
    lacking: dict[Lack, list[Round]]


def read_readiness(reader: Reader, year: Period) -> Readiness:
    rows = visible_to(reader).filter(last_day__gte=year.first, last_day__lte=year.last)
    analysed = Narrative.objects.filter(round=OuterRef("pk"), part=Part.ANALYSIS)
    by_sex = Split.objects.filter(round=OuterRef("pk"), dimension=Dimension.SEX)
    no_action = FollowUp.objects.filter(round=OuterRef("pk")).exclude(no_action_reason="")
    improved = Link.objects.filter(target_id=OuterRef("pk"), kind=LinkKind.FOLLOWS, source__kind="improvements")
    found = rows.annotate(
        analysed=Exists(analysed), by_sex=Exists(by_sex), decided=Exists(no_action) | Exists(improved)
    )
    lacking: dict[Lack, list[Round]] = defaultdict(list)
    total = ready = 0
    for round_ in found.order_by("last_day", "unit__sort_key", "pk"):
        lacks = lacks_of(_standing(round_))
        total, ready = total + 1, ready + (not lacks and round_.status in {Status.PERFORMED, Status.NOT_DONE})
        for lack in lacks:
            lacking[lack].append(round_)
    return Readiness(total, ready, dict(lacking))


def _standing(round_: Any) -> Standing:
    return Standing(
        round_.status,
        round_.method,
        round_.figures,
        is_analysed=round_.analysed,
        is_decided=round_.decided,
        is_by_sex=round_.by_sex,
    )


def frames_to_extend(rounds: Iterable[Round]) -> dict[int, int]:
    """Round -> the number of its newest list that something was drawn from and that holds more to draw."""
    drawn = Frame.objects.filter(round__in=[one.pk for one in rounds], draws__isnull=False).annotate(
        taken=Max("draws__wanted")
    )
    return dict(drawn.filter(taken__lt=F("size")).order_by("number").values_list("round_id", "number"))
