"""The unit on the start page of those who lead it: what waits, what came in, how long it takes, and silence."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.insight.unit_page import quiet
from varvet.insight.unit_page.silence import Verdict
from varvet.insight.unit_page.summary import PERMISSION, Summary, summary_of
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Drawing, Figure, Panel, Sentence, Spark, StartPanel
from varvet.kernel.ui.words import some_days


def build(reader: Reader) -> Panel | None:
    summary = summary_of(reader)
    if summary is None:
        return None
    return Panel(
        title=_("Läget i {unit}").format(unit=summary.unit),
        sentences=tuple(_sentences(summary)),
        href=summary.href,
        link=_("Se hela läget"),
    )


def _sentences(summary: Summary) -> Iterator[Sentence]:
    count = summary.received.number
    text = ngettext(
        "{count} avvikelse har kommit in hittills under tertialen. Hela tertialen före kom {before}.",
        "{count} avvikelser har kommit in hittills under tertialen. Hela tertialen före kom {before}.",
        int(count),
    )
    figures = (("count", summary.received), ("before", summary.before))
    yield Sentence(text, figures, Spark(Drawing.BARS, summary.months, _("per månad, ett år")))
    if summary.waiting:
        text = ngettext(
            "{count} avvikelse är öppen. Den kom in för {days} sedan.",
            "{count} avvikelser är öppna. Den äldsta kom in för {days} sedan.",
            summary.waiting,
        )
        yield Sentence(text, (("count", Figure(summary.waiting)), ("days", Figure(some_days(summary.oldest)))))
    if summary.took and not summary.took.few:
        median = Figure(some_days(summary.took.median), summary.took_href)
        yield Sentence(_("Hälften avslutades inom {days}."), (("days", median),))
    if summary.silence.verdict is Verdict.UNUSUAL:
        yield Sentence(quiet.one_reading(summary.silence))


UNIT_PANEL = StartPanel((PERMISSION,), 20, build)
