"""What the start page says of one's own reports: how far each has come, and what is new."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.panels import Panel, Row, StartPanel
from varvet.kernel.ui.words import short_day
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.views.shown_steps import step_of

SHOWN = 3
NEWS = timedelta(days=14)


def my_reports(reader: Reader) -> Panel | None:
    """The newest ones. None before the first."""
    mine = queries.list_mine(reader)
    if not mine:
        return None
    return Panel(
        title=_("Mina rapporter"),
        rows=tuple(_row(deviation, reader.today) for deviation in mine[:SHOWN]),
        href=reverse("deviations:mine"),
        link=_("Alla mina rapporter"),
    )


def _row(deviation: Deviation, today: date) -> Row:
    received = short_day(day_of(deviation.received_at), today)
    return Row(
        title=deviation.reference,
        href=reverse("deviations:page", args=[deviation.reference]),
        detail=_("{unit}, rapporterad {day}").format(unit=deviation.unit.name, day=received),
        status=deviation.status,
        status_label=_(rules.STATUS_LABELS[deviation.status]),
        step=step_of(deviation.status),
        news=_news(deviation, today),
    )


def _news(deviation: Deviation, today: date) -> str:
    if deviation.is_closed and deviation.closed_on and deviation.closed_on >= today - NEWS:
        return _("Läs hur det gick")
    return ""


MY_REPORTS = StartPanel(("deviations.report",), 10, my_reports)
