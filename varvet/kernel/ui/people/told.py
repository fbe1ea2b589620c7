"""What is said when somebody is away, and when work has been handed over."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.models import Absence
from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.absences import out_of_reach
from varvet.kernel.deadlines.handing_over import Outcome
from varvet.kernel.ui.sentences import said


def about_absence(reader: Reader, absence: Absence) -> str:
    """With what the deputy cannot do by their own roles, so that nobody believes otherwise."""
    if absence.deputy is None:
        return _("Frånvaron är sparad. Det som kommer går till dem som står närmast enheten.")
    missing = out_of_reach(absence.user, absence.deputy, reader)
    if not missing:
        return _("Frånvaron är sparad. {name} vikarierar.").format(name=absence.deputy.name)
    text = _("Frånvaron är sparad. {name} får inte ta hand om allt i: {registers}. Det går till dem som står närmast.")
    return text.format(name=absence.deputy.name, registers=", ".join(said(label) for label in missing))


def about_handover(outcome: Outcome) -> str:
    if not outcome.left:
        text = ngettext("{count} ärende är överlämnat.", "{count} ärenden är överlämnade.", outcome.moved)
        return text.format(count=outcome.moved)
    text = ngettext(
        "{count} ärende är överlämnat. {left} kunde personen inte få. Lämna dem till någon annan.",
        "{count} ärenden är överlämnade. {left} kunde personen inte få. Lämna dem till någon annan.",
        outcome.moved,
    )
    return text.format(count=outcome.moved, left=outcome.left)
