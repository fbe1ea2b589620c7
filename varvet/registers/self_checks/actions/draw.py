"""Drawing from a frame: the first time, more, or one in place of another; two at once, and one wins."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Sum

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.statistics.drawing import Order
from varvet.registers.self_checks.actions.reopen import reopen
from varvet.registers.self_checks.models import Case, Draw, DrawnStratum, Frame, Replacement, Round
from varvet.registers.self_checks.rules import OPEN, CaseState, drawing

Drawn = Sequence[tuple[str, drawing.Listed]]


@dataclass(frozen=True)
class Wanted:
    """How many of a frame are to be drawn in all, those drawn before included."""

    frame: int
    total: int


@dataclass(frozen=True)
class Replaced:
    """The number of the case that is left out, and why."""

    number: int
    reason: drawing.Why


@transaction.atomic
def draw(*, round_: Round, wanted: Wanted, version: int, by: User, now: datetime) -> Draw:
    """What was drawn before stays, and keeps its numbers. To extend a performed round opens it anew."""
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    frame = Frame.objects.get(round=current, number=wanted.frame)
    drawing.check_drawable(current.status, is_drawn=frame.draws.exists())
    before_it = {} if current.status in OPEN else reopen(current)
    made, drawn = draw_from(frame, current, wanted.total, by=by, now=now)
    current.save()
    data = {"frame": frame.number, "draw": made.number, "drawn": drawn, **before_it}
    spine.commit(current, "extended" if frame.draws.count() > 1 else "drawn", by=by, data=data)
    return made


def draw_from(frame: Frame, current: Round, total: int, *, by: User, now: datetime) -> tuple[Draw, int]:
    """The draw and how many were drawn in it. For a round that is locked; the caller saves and commits it."""
    listed, before = _listed(frame), _drawn(frame)
    portions = drawing.allocate(drawing.populations(listed, frame.trait_codes), total, before)
    more = {portion.stratum: portion.sample - before[portion.stratum] for portion in portions}
    found = drawing.draw(listed, frame.trait_codes, more, _order(frame, current), _codes(current))
    made = Draw.objects.create(frame=frame, number=_next_draw(current), wanted=total, drawn_at=now, drawn_by=by)
    DrawnStratum.objects.bulk_create(
        [
            DrawnStratum(draw=made, stratum=part.stratum, population=part.population, sample=part.sample)
            for part in portions
        ]
    )
    _add(current, found, draw=made.number)
    current.population = _population(current)
    return made, len(found)


@transaction.atomic
def replace(*, round_: Round, replaced: Replaced, version: int, by: User, now: datetime) -> Case:
    """The next in the same stratum stands in; the one left out stays, with its reason."""
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    drawing.check_open(current.status)
    case = Case.objects.get(round=current, number=replaced.number, draw__gte=1)
    drawing.check_replacement(case.state)
    frame = Frame.objects.get(round=current, draws__number=case.draw)
    listed, one = drawing.from_text(frame.rows), {case.stratum: 1}
    found = drawing.draw(listed, frame.trait_codes, one, _order(frame, current), _codes(current))
    if not found:
        raise drawing.nothing_left()
    Replacement.objects.create(case=case, reason=replaced.reason, at=now, by=by)
    case.state = CaseState.LEFT_OUT
    case.save(update_fields=["state"])
    [made] = _add(current, found, draw=case.draw, replaces=case.number)
    spine.commit(current, "replaced", by=by, data={"number": case.number, "reason": replaced.reason.value})
    return made


def _listed(frame: Frame) -> list[drawing.Listed]:
    """Without those that the round has from elsewhere: another list, or by hand."""
    numbers = frame.draws.values_list("number", flat=True)
    others = set(Case.objects.filter(round_id=frame.round_id).exclude(draw__in=numbers).values_list("code", flat=True))
    return [row for row in drawing.from_text(frame.rows) if row.code not in others]


def _drawn(frame: Frame) -> Counter[str]:
    """How many of each stratum are drawn and not left out."""
    numbers = frame.draws.values_list("number", flat=True)
    cases = Case.objects.filter(round_id=frame.round_id, draw__in=numbers).exclude(state=CaseState.LEFT_OUT)
    return Counter(cases.values_list("stratum", flat=True))


def _codes(round_: Round) -> list[str]:
    return list(round_.cases.values_list("code", flat=True))


def _order(frame: Frame, round_: Round) -> Order:
    return drawing.order_of(frame.seed, round_.reference)


def _next_draw(round_: Round) -> int:
    return (Draw.objects.filter(frame__round=round_).aggregate(last=Max("number"))["last"] or 0) + 1


def _population(round_: Round) -> int:
    """All rows of the frames that something was drawn from."""
    drawn_from = Draw.objects.filter(frame__round=round_).values("frame_id")
    return Frame.objects.filter(pk__in=drawn_from).aggregate(all=Sum("size"))["all"] or 0


def _add(round_: Round, found: Drawn, *, draw: int, replaces: int = 0) -> list[Case]:
    last = round_.cases.aggregate(last=Max("number"))["last"] or 0
    cases = [
        Case(
            round=round_,
            number=number,
            code=row.code,
            draw=draw,
            stratum=stratum,
            sex=row.sex,
            group=row.group,
            unit_label=row.unit,
            replaces=replaces,
        )
        for number, (stratum, row) in enumerate(found, last + 1)
    ]
    return Case.objects.bulk_create(cases)
