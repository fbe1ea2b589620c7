"""A section of the investigation as it is written: where it begins, its draft, and the way back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.law.words import marked
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.lex_sarah import actions, forms, queries, rules
from varvet.registers.lex_sarah.models import LexSarah, Part
from varvet.registers.lex_sarah.rules import Event
from varvet.registers.lex_sarah.views.asks import Asks
from varvet.registers.lex_sarah.views.happened import HAPPENED
from varvet.registers.lex_sarah.views.shown_missing import items_of, missing_of

ASKS = Asks("section", Event.WRITE, "", "", marked("Spara avsnittet"), marked("Avsnittet är sparat."))
DRAFTED = ("text", "day", "not_asked", "base", "version")


def section_form(request: PersonRequest, case: LexSarah, place: str) -> forms.SectionForm:
    """Begins with the draft where there is one, else with what stands.

    A draft of what somebody has written anew since keeps its old version, so that the difference is shown.
    """
    start, drafted = _standing(request, case, place), _draft(request, case, place)
    if drafted.get("base", "") == start["base"]:
        drafted.pop("version", None)
    return forms.SectionForm(request.POST or None, place=place, initial=start | drafted)


def _standing(request: PersonRequest, case: LexSarah, place: str) -> dict[str, object]:
    """The section as it now reads; `base` says which text that is."""
    written = queries.read_section(request.reader, case, place)
    start: dict[str, object] = {"version": case.version, "base": "", "day": case.occurred_day}
    if written is None:
        return start
    not_asked = written.part == Part.NOT_ASKED
    return start | {"text": written.text, "not_asked": not_asked, "base": written.written_at.isoformat()}


def _draft(request: PersonRequest, case: LexSarah, place: str) -> dict[str, str]:
    return get_draft(owner=request.reader.user, form=actions.draft_of(case, place), today=request.reader.today)


def page(request: PersonRequest, case: LexSarah, form: forms.SectionForm) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=case.pk)
    context = {
        "case": current,
        "form": form,
        "place": form.place,
        "has_draft": bool(_draft(request, case, form.place)),
        "words": queries.read_report(request.reader, current),
        "meanwhile": meanwhile(form, current, HAPPENED),
        "missing": missing_of(current),
    }
    return render(request, "lex_sarah/section.html", context, status=refused(form))


def saved(request: PersonRequest, case: LexSarah) -> HttpResponse:
    """On to the first section that is missing; when none is, back to the whole."""
    messages.success(request, _(ASKS.done))
    left = [item.place for item in items_of(case) if not item.done and item.place in rules.SECTIONS]
    if left:
        return redirect("lex_sarah:section", case.reference, left[0])
    return redirect("lex_sarah:investigation", case.reference)


def save_section_draft(request: PersonRequest, case: LexSarah, place: str) -> None:
    content = {name: str(request.POST[name])[:LONGEST] for name in DRAFTED if request.POST.get(name)}
    name = actions.draft_of(case, place)
    save_draft(owner=request.reader.user, form=name, content=content, now=timezone.now())
