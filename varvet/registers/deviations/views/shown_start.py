"""What the start page says of deviations: how far one's own reports have come, and how long reporting takes."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import length
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records.panels import Figure, Panel, Row, Sentence, StartPanel
from varvet.kernel.records.reported import MyReport
from varvet.kernel.ui.words import short_day
from varvet.registers.deviations import queries
from varvet.registers.deviations.views.shown_mine import all_mine

SHOWN = 3


def my_reports(reader: Reader) -> Panel | None:
    """What is new first, then the newest; before the first report, what happens to one."""
    mine = sorted(all_mine(reader), key=lambda row: not row.is_new)
    if not mine:
        return _how_it_goes(reader)
    return Panel(
        title=_("Mina rapporter"),
        rows=tuple(_row(row) for row in mine[:SHOWN]),
        href=reverse("deviations:mine"),
        link=_("Alla mina rapporter"),
    )


def _row(row: MyReport) -> Row:
    received = short_day(row.received, timezone.localdate())
    return Row(
        title=row.reference,
        href=row.href,
        detail=_("{unit}, rapporterad {day}").format(unit=row.unit, day=received),
        status=row.status,
        status_label=row.label,
        step=row.step,
        news=_("Nytt") if row.is_new else "",
    )


def _how_it_goes(reader: Reader) -> Panel | None:
    """Only for those who do nothing but report: others know."""
    if reader.has("deviations.view") or reader.root is None:
        return None
    term = reader.once("terms", lambda: read_terms(reader.root)).term_on(queries.ASSESS_TERM, reader.today)
    return Panel(
        title=_("Så går det till"),
        sentences=(
            Sentence(_("Du berättar vad som hände. Det tar ungefär en minut.")),
            Sentence(_("Din chef läser och bedömer rapporten inom {time}."), (("time", Figure(length(term))),)),
            Sentence(_("Du kan följa rapporten här och får veta hur det blev.")),
        ),
    )


def reporting_time(reader: Reader) -> Panel | None:
    """None until enough have been timed to hide every single person."""
    time = queries.reporting_time(reader)
    if time is None:
        return None
    figures = (
        ("count", Figure(time.count)),
        ("median", Figure(time.median_seconds)),
        ("p90", Figure(time.p90_seconds)),
    )
    text = _("Hälften av {count} rapporter tog högst {median} sekunder. Nio av tio tog högst {p90}.")
    return Panel(_("Tid att rapportera"), sentences=(Sentence(text, figures),))


MY_REPORTS = StartPanel(("deviations.report",), 10, my_reports)
REPORTING_TIME = StartPanel(("deviations.follow",), 35, reporting_time)
