"""Questions from outside: all of them, put in, given to somebody, answered and looked at once more."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer
from varvet.registers.inspections import actions
from varvet.registers.inspections.views import shown_questions


@login_required
@require_safe
def index(request: PersonRequest, reference: str) -> HttpResponse:
    inspection = shown_questions.find(request, reference)
    return render(request, "inspections/questions.html", shown_questions.index(request.reader, inspection))


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, reference: str) -> HttpResponse:
    inspection = shown_questions.handled(request, reference)
    form = shown_questions.ask_form(request, inspection)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.ask(**shown_questions.known(request, inspection, form), asked=form.asked())
            messages.success(request, _("Frågorna är inlagda."))
            return redirect("inspections:questions", reference)
    return shown_questions.page(request, inspection, form, shown_questions.ASK)


@login_required
@require_http_methods(["GET", "POST"])
def give(request: PersonRequest, reference: str) -> HttpResponse:
    inspection = shown_questions.handled(request, reference)
    form = shown_questions.give_form(request, inspection)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            known = shown_questions.known(request, inspection, form)
            actions.give(**known, numbers=form.cleaned_data["numbers"], to=form.given_to())
            messages.success(request, _("Frågorna är fördelade."))
            return redirect("inspections:questions", reference)
    return shown_questions.page(request, inspection, form, shown_questions.GIVE)


@login_required
@require_http_methods(["GET", "POST"])
def answer_one(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    inspection, read = shown_questions.mine(request, reference, number)
    form = shown_questions.answer_form(request, read)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            known = shown_questions.known(request, inspection, form)
            actions.answer(**known, number=number, words=form.cleaned_data["words"])
            messages.success(request, _("Svaret är sparat."))
            return redirect("inspections:questions", reference)
    return shown_questions.question_page(request, inspection, read, form)


@login_required
@require_POST
def review(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    inspection = shown_questions.handled(request, reference)
    version = shown_questions.version_sent(request)
    actions.review(inspection=inspection, number=number, version=version, by=request.reader.user, now=timezone.now())
    messages.success(request, _("Frågan är klar."))
    return redirect("inspections:questions", reference)


@login_required
@require_POST
def remove(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    inspection = shown_questions.handled(request, reference)
    version, by = shown_questions.version_sent(request), request.reader.user
    actions.remove_question(inspection=inspection, number=number, version=version, by=by, now=timezone.now())
    messages.success(request, _("Frågan är borttagen."))
    return redirect("inspections:questions", reference)
