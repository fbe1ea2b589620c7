"""Silence in words: how long since each unit reported, and whether chance alone can explain it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.insight.unit_page.drawn import wait
from varvet.insight.unit_page.reports import UnitSilence
from varvet.insight.unit_page.silence import Silence, Verdict
from varvet.insight.unit_page.value import SilenceRow, SilenceTable
from varvet.kernel.ui.words import integer

LONGEST = 400  # days that the drawing shows; a longer silence fills it


def silence_of(found: Sequence[UnitSilence], here: int) -> SilenceTable:
    """`here` is the id of the page's own unit, which needs no link to itself."""
    longest = min(LONGEST, max(max(each.silence.days, each.silence.usual or 0) for each in found)) or 1
    rows = [
        SilenceRow(
            name=each.unit.name,
            days=days_said(each.silence),
            said=judged(each.silence),
            wait=wait(each.silence.usual, each.silence.days, longest),
            unusual=each.silence.verdict is Verdict.UNUSUAL,
            href="" if each.unit.pk == here else reverse("unit_page:unit", args=[each.unit.pk]),
        )
        for each in found
    ]
    return SilenceTable(reading(found), tuple(rows))


def reading(found: Sequence[UnitSilence]) -> str:
    """One sentence about them all, or about the only one."""
    if len(found) == 1:
        return one_reading(found[0].silence)
    long = sum(each.silence.verdict is Verdict.UNUSUAL for each in found)
    if not long:
        return _("Ingen enhet har varit tyst längre än väntat.")
    return ngettext(
        "{long} enhet av {all} har varit tyst längre än väntat.",
        "{long} enheter av {all} har varit tysta längre än väntat.",
        long,
    ).format(long=long, all=len(found))


def one_reading(silence: Silence) -> str:
    if silence.last is None:
        return _("Ingen rapport finns på tre år.")
    if silence.verdict is Verdict.UNUSUAL:
        return _("Det har gått ovanligt lång tid sedan den senaste rapporten.")
    if silence.days == 0:
        return _("Den senaste rapporten kom i dag.")
    return ngettext(
        "Den senaste rapporten kom för {days} dag sedan.",
        "Den senaste rapporten kom för {days} dagar sedan.",
        silence.days,
    ).format(days=integer(silence.days))


def days_said(silence: Silence) -> str:
    if silence.last is None:
        return _("ingen rapport")
    if silence.days == 0:
        return _("i dag")
    return ngettext("{days} dag", "{days} dagar", silence.days).format(days=integer(silence.days))


def judged(silence: Silence) -> str:
    """Never that a silent unit is a good one, nor that it is a bad one."""
    if silence.rate is None or silence.usual is None or silence.chance is None:
        return _("För litet underlag för att bedöma.")
    if silence.verdict is not Verdict.UNUSUAL:
        return _("Så långa uppehåll kan bero på slumpen.")
    of_hundred = round(100 * silence.chance)
    if of_hundred < 1:
        return _("Ovanligt länge. Av slumpen händer det mindre än 1 gång av 100.")
    return _("Ovanligt länge. Av slumpen händer det ungefär {times} gånger av 100.").format(times=of_hundred)
