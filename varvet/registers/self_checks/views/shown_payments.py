"""What the page of a round's payments shows: each day or week that is drawn from, and what is left to draw."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.actions.draw_payments import DrawnDays, drawn_days, every
from varvet.registers.self_checks.forms.payments import DrawPaymentsForm
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.queries.payments import DrawnFrom, list_drawn_from
from varvet.registers.self_checks.rules import OPEN, Method, payments
from varvet.registers.self_checks.rules.planning import Span

HAPPENED = {"payments_drawn": marked("Utbetalningar drogs.")}


@dataclass(frozen=True)
class PaymentsPart:
    """What the round's own page says. `href` leads to the page of payments."""

    drawn_from: int
    drawn: int
    reviewed: int
    href: str


def may_draw(reader: Reader, round_: Round) -> bool:
    return reader.can(queries.MAY_PERFORM, round_.unit_id) and round_.status in OPEN


def part(round_: Round) -> PaymentsPart | None:
    if round_.method != Method.PAYMENT_CHECK:
        return None
    rows = list_drawn_from(round_)
    drawn, reviewed = sum(row.drawn for row in rows), sum(row.reviewed for row in rows)
    return PaymentsPart(len(rows), drawn, reviewed, reverse("self_checks:payments", args=[round_.reference]))


def first_of(reader: Reader, round_: Round) -> dict[str, object]:
    """As many as the last time, until yesterday or as far as the round reaches."""
    rows: list[DrawnFrom] = list_drawn_from(round_)
    until = min(round_.last_day, reader.today - timedelta(days=1))
    return {"version": round_.version, "count": rows[0].wanted if rows else payments.USUAL_EACH, "until": until}


def page(reader: Reader, round_: Round, form: DrawPaymentsForm | None) -> dict[str, object]:
    span, how = Span(round_.first_day, round_.last_day), every(round_)
    left = payments.to_draw(span, how, reader.today - timedelta(days=1), drawn_days(round_))
    rows = list_drawn_from(round_)
    ahead = [one for one in left if not rows or one.first > rows[0].first]
    return {
        "round": round_,
        "title": queries.title(round_),
        "every": said(payments.PERIODS[how]),
        "rows": rows,
        "left": len(ahead),
        "next": ahead[0].first if ahead else None,
        "empty": len(left) - len(ahead),
        "payment_form": round_.form_version.form if round_.form_version else None,
        "form": form,
        "may_draw": may_draw(reader, round_),
    }


def done_words(drawn: DrawnDays) -> str:
    told = ngettext("{n} utbetalning är dragen.", "{n} utbetalningar är dragna.", drawn.drawn).format(n=drawn.drawn)
    if not drawn.empty:
        return told
    return _("{told} {empty} av gångerna fanns inget att dra.").format(told=told, empty=drawn.empty)
