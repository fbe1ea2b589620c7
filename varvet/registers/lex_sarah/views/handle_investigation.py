"""The investigation on a page of its own, and each of its sections with drafts."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.lex_sarah import actions, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.views import shown_investigation, shown_section, shown_step


@login_required
@require_safe
def investigation(request: PersonRequest, reference: str) -> HttpResponse:
    case = _handled(request, reference)
    page = shown_investigation.investigation_page(request.reader, case)
    return render(request, "lex_sarah/investigation.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def section(request: PersonRequest, reference: str, place: str) -> HttpResponse:
    case = _handled(request, reference, place)
    shown_step.ready(request, case, shown_section.ASKS)
    form = shown_section.section_form(request, case, place)
    if request.method == "POST" and form.is_valid():
        known = {"version": form.cleaned_data["version"], "by": request.reader.user, "now": timezone.now()}
        with answer(form):
            actions.write_section(case=case, section=form.section(), **known)
            return shown_section.saved(request, case)
    return shown_section.page(request, case, form)


@login_required
@require_POST
def draft(request: PersonRequest, reference: str, place: str) -> HttpResponse:
    case = _handled(request, reference, place)
    shown_step.ready(request, case, shown_section.ASKS)
    shown_section.save_section_draft(request, case, place)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet är sparat. Det står inte i utredningen än."))
    return redirect("lex_sarah:section", reference, place)


def _handled(request: PersonRequest, reference: str, place: str = "") -> LexSarah:
    """A case that is more to the reader than their own report, else 404."""
    case = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if not queries.handles(request.reader, case) or (place and place not in rules.SECTIONS):
        raise Http404
    return case
