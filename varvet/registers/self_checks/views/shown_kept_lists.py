"""What the page shows of lists that were read in by command: which system, which day and how many rows."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.extracts.checks.shapes import Check
from varvet.extracts.shelf.manifests import Kept
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.words import integer, short_day
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.forms.kept_lists import KeptListForm
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.queries.kept_lists import imported_on, list_kept_for


def href_of(reader: Reader, round_: Round, check: Check) -> str:
    """Empty where there is nothing to choose, or the reader may not."""
    if not list_kept_for(reader, round_, check):
        return ""
    return reverse("self_checks:kept_list", args=[round_.reference, check.name])


def form_of(request: PersonRequest, round_: Round, check: Check) -> KeptListForm:
    kept = list_kept_for(request.reader, round_, check)
    newest = kept[0] if kept else None
    initial = {
        "version": round_.version,
        "kept": newest.folder.name if newest else "",
        "as_of": (imported_on(newest) if newest else request.reader.today).isoformat(),
    }
    return KeptListForm(request.POST or None, check=check, kept=[(one, words_of(one)) for one in kept], initial=initial)


def words_of(kept: Kept) -> str:
    used = kept.manifest.used
    told = ngettext("{source}, inläst {day}, {n} rad", "{source}, inläst {day}, {n} rader", used)
    source = kept.manifest.columns.source or _("Okänt system")
    return told.format(source=source, day=short_day(imported_on(kept), timezone.localdate()), n=integer(used))


def page(round_: Round, form: KeptListForm, units: Sequence[str]) -> dict[str, object]:
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "question": said(form.check.question),
        "units": units,
        "check": form.check.name,
    }
