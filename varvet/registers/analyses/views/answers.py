"""One question with its answer: written, saved as a draft meanwhile, and beside what was answered the last time."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.analyses import actions
from varvet.registers.analyses.views import shown_answer, shown_forms


@login_required
@require_http_methods(["GET", "POST"])
def answer_one(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    analysis, found = shown_answer.found(request, reference, number)
    form = shown_forms.answer(request, analysis, found)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            known = {"version": form.cleaned_data["version"], "by": request.reader.user, "now": timezone.now()}
            actions.answer(analysis=analysis, number=number, words=form.cleaned_data["words"], **known)
            messages.success(request, _("Svaret är sparat."))
            return shown_answer.back(analysis, found)
    return shown_answer.page(request, analysis, found, form)


@login_required
@require_POST
def draft(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    analysis, found = shown_answer.found(request, reference, number)
    shown_forms.save_answer_draft(request, analysis, found.number)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet är sparat. Det är inte inskickat än."))
    return redirect("analyses:answer", analysis.reference, number)
