"""Drawing payments from the lists that are kept: each day or week by itself, with a seed of its own."""

import secrets
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked_of_frames import PaidTold, ReadPaid
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.self_checks.actions.draw import draw_from
from varvet.registers.self_checks.actions.frame import SEED
from varvet.registers.self_checks.models import FOLDER, Form, FormVersion, Frame, PlannedRound, Round
from varvet.registers.self_checks.rules import drawing, payments
from varvet.registers.self_checks.rules.planning import Frequency, Span

SEXES = {"female": "women", "male": "men"}


@dataclass(frozen=True)
class EachDay:
    """How many of each day or week, for those that are over by the day `until`."""

    count: int
    until: date


@dataclass(frozen=True)
class DrawnDays:
    """How many days or weeks were drawn from, how many cases, and how many had nothing paid."""

    periods: int
    drawn: int
    empty: int


def draw_payments(*, round_: Round, wanted: EachDay, version: int, by: User, now: datetime) -> DrawnDays:
    """The list is read before the transaction, since it takes time. RuleBroken where nothing is left to draw."""
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    drawing.check_open(round_.status)
    payments.check_payments(round_.method)
    left = payments.to_draw(Span(round_.first_day, round_.last_day), every(round_), wanted.until, drawn_days(round_))
    payments.check_days(wanted.until, day_of(now), left)
    shelf = str(settings.VARVET_DATA / FOLDER)
    told = calling.ask(ReadPaid(shelf, round_.root.slug, left[0].first, left[-1].last), PaidTold)
    return _draw(round_, (left, wanted.count, _by_day(told)), version=version, by=by, now=now)


def every(round_: Round) -> Frequency:
    """As the plan says; a round of no plan, or of one that says neither, is drawn day by day."""
    planned = PlannedRound.objects.filter(round=round_).select_related("row").first()
    return Frequency.WEEK if planned and planned.row.frequency == Frequency.WEEK else Frequency.DAY


def drawn_days(round_: Round) -> frozenset[date]:
    """The first day of each day or week that has been drawn from."""
    days = Frame.objects.filter(round=round_).values_list("first_day", flat=True)
    return frozenset(day for day in days if day is not None)


def _by_day(told: PaidTold) -> Mapping[date, list[drawing.Listed]]:
    found: dict[date, list[drawing.Listed]] = defaultdict(list)
    for line in told.rows.splitlines():
        day, code, sex, unit, group = line.split("\t")
        found[date.fromisoformat(day)].append(drawing.Listed(code, SEXES.get(sex, ""), unit, group))
    return found


@transaction.atomic
def _draw(
    round_: Round,
    found: tuple[list[Span], int, Mapping[date, list[drawing.Listed]]],
    *,
    version: int,
    by: User,
    now: datetime,
) -> DrawnDays:
    left, count, paid = found
    current = spine.lock(round_, version=version)
    drawing.check_open(current.status)
    drawn = [_draw_from(current, span, _of(paid, span), count, by, now) for span in left]
    if not any(drawn):
        raise payments.nothing_paid()
    current.form_version = current.form_version or _form_of(current)
    current.save()
    whole = DrawnDays(sum(1 for one in drawn if one), sum(drawn), drawn.count(0))
    data = {"days": whole.periods, "drawn": whole.drawn, "until": left[-1].last.isoformat()}
    spine.commit(current, "payments_drawn", by=by, data=data)
    return whole


def _of(paid: Mapping[date, list[drawing.Listed]], span: Span) -> list[drawing.Listed]:
    """Each case once, also where it was paid twice in the week."""
    rows = {row.code: row for day, listed in paid.items() if span.first <= day <= span.last for row in listed}
    return list(rows.values())


def _draw_from(current: Round, span: Span, listed: list[drawing.Listed], count: int, by: User, now: datetime) -> int:
    """How many were drawn; a case that the round has from another day is not drawn again."""
    known = set(current.cases.values_list("code", flat=True))
    free = sum(row.code not in known for row in listed)
    if not free:
        return 0
    last = Frame.objects.filter(round=current).aggregate(last=Max("number"))["last"] or 0
    frame = Frame.objects.create(
        round=current,
        number=last + 1,
        kind=drawing.FrameKind.PAYMENTS,
        read_at=now,
        read_by=by,
        size=len(listed),
        read=len(listed),
        seed=secrets.token_hex(SEED),
        sha256=drawing.hash_of(listed),
        rows=drawing.as_text(listed),
        first_day=span.first,
        last_day=span.last,
    )
    return draw_from(frame, current, min(count, free), by=by, now=now)[1]


def _form_of(round_: Round) -> FormVersion | None:
    """The root's own copy of the shipped form for payments, where it has one in use."""
    form = Form.objects.filter(root=round_.root, shipped=payments.FORM, retired_on__isnull=True).first()
    return form.usable() if form else None
