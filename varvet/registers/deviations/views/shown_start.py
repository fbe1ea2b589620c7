"""What the start page says of one's own reports: how far each has come, and what is new."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import length
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.records.panels import Figure, Panel, Row, Sentence, StartPanel
from varvet.kernel.ui.words import short_day
from varvet.registers.deviations import queries
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules.plain import plain

SHOWN = 3
NEWS = timedelta(days=14)


def my_reports(reader: Reader) -> Panel | None:
    """The newest ones; before the first, what happens to a report."""
    mine = queries.list_mine(reader)
    if not mine:
        return _how_it_goes(reader)
    return Panel(
        title=_("Mina rapporter"),
        rows=tuple(_row(deviation, reader.today) for deviation in mine[:SHOWN]),
        href=reverse("deviations:mine"),
        link=_("Alla mina rapporter"),
    )


def _how_it_goes(reader: Reader) -> Panel | None:
    """Only for those who do nothing but report: others know."""
    if reader.has("deviations.view") or reader.root is None:
        return None
    term = get_term(queries.ASSESS_TERM, root=reader.root, on=reader.today)
    return Panel(
        title=_("Så går det till"),
        sentences=(
            Sentence(_("Du berättar vad som hände. Det tar ungefär en minut.")),
            Sentence(_("Din chef läser och bedömer rapporten inom {time}."), (("time", Figure(length(term))),)),
            Sentence(_("Du kan följa rapporten här och får veta hur det blev.")),
        ),
    )


def _row(deviation: Deviation, today: date) -> Row:
    received = short_day(day_of(deviation.received_at), today)
    way = plain(deviation.status)
    return Row(
        title=deviation.reference,
        href=reverse("deviations:page", args=[deviation.reference]),
        detail=_("{unit}, rapporterad {day}").format(unit=deviation.unit.name, day=received),
        status=deviation.status,
        status_label=_(way.label),
        step=way.step,
        news=_news(deviation, today),
    )


def _news(deviation: Deviation, today: date) -> str:
    if deviation.is_closed and deviation.closed_on and deviation.closed_on >= today - NEWS:
        return _("Läs hur det gick")
    return ""


MY_REPORTS = StartPanel(("deviations.report",), 10, my_reports)
