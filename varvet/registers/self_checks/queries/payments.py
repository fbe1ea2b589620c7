"""The days or weeks of payments that a round was drawn from, with how far their review has come."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from varvet.registers.self_checks.models import Frame, Round
from varvet.registers.self_checks.rules import CaseState


@dataclass(frozen=True)
class DrawnFrom:
    """`wanted`: how many were asked for; `drawn` and `reviewed` without those left out."""

    first: date
    last: date
    paid: int
    wanted: int
    drawn: int
    reviewed: int
    sha256: str
    seed: str


def list_drawn_from(round_: Round) -> list[DrawnFrom]:
    """The newest days first."""
    states = round_.cases.exclude(state=CaseState.LEFT_OUT).values_list("draw", "state")
    drawn = Counter(draw for draw, _ in states)
    reviewed = Counter(draw for draw, state in states if state == CaseState.REVIEWED)
    frames = Frame.objects.filter(round=round_, first_day__isnull=False).order_by("-first_day")
    return [_of(frame, drawn, reviewed) for frame in frames.prefetch_related("draws")]


def _of(frame: Frame, drawn: Counter[int], reviewed: Counter[int]) -> DrawnFrom:
    draws = list(frame.draws.all())
    assert frame.first_day is not None
    assert frame.last_day is not None
    return DrawnFrom(
        first=frame.first_day,
        last=frame.last_day,
        paid=frame.size,
        wanted=max(draw.wanted for draw in draws),
        drawn=sum(drawn[draw.number] for draw in draws),
        reviewed=sum(reviewed[draw.number] for draw in draws),
        sha256=frame.sha256,
        seed=frame.seed,
    )
