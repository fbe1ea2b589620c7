"""Reviewing: how a round is reviewed, its cases one by one, and its summing up."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.forms.questions import QuestionForm
from varvet.registers.self_checks.forms.reviewing import CasesForm, LessonForm, SummaryForm
from varvet.registers.self_checks.rules.reviewing import FIRST
from varvet.registers.self_checks.views import shown_review as shown
from varvet.registers.self_checks.views.shown_forms import told


@login_required
@require_http_methods(["GET", "POST"])
def set_up(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown.round_to_set_up(request, reference)
    form = shown.set_up_form(request, round_)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.set_up(round_=round_, content=form.content(), **shown.known(request, form))
            messages.success(request, _("Upplägget för granskningen är sparat."))
            return redirect("self_checks:cases", reference)
    return render(request, "self_checks/set_up.html", shown.set_up_page(round_, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def cases(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown.round_to_review(request, reference)
    form = CasesForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            made = actions.add_cases(round_=round_, content=form.content(), **shown.known(request, form))
            messages.success(request, shown.added(len(made)))
            return redirect("self_checks:cases", reference)
    page = shown.cases_page(request.reader, round_, form)
    return render(request, "self_checks/cases.html", page, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def case(request: PersonRequest, reference: str, number: int, turn: int = FIRST) -> HttpResponse:
    held = shown.case_to_review(request, reference, number, turn)
    if request.method == "POST" and held.form.is_valid():
        with answer(held.form):
            actions.save_review(case=held.case, content=held.content(), by=request.reader.user, now=timezone.now())
            return shown.next_case(request, held)
    return render(request, "self_checks/case.html", shown.case_page(request.reader, held), status=refused(held.form))


@login_required
@require_POST
def draft(request: PersonRequest, reference: str, number: int, turn: int = FIRST) -> HttpResponse:
    held = shown.case_to_review(request, reference, number, turn)
    shown.save_case_draft(request, held)
    if request.headers.get("HX-Request"):
        return render(request, "self_checks/case_hint.html", {"warned": held.form.warned})
    messages.success(request, _("Utkastet är sparat. Ärendet är inte granskat än."))
    return redirect("self_checks:page", reference)


@login_required
@require_POST
def pass_on(request: PersonRequest, reference: str, number: int, code: str) -> HttpResponse:
    held = shown.case_to_review(request, reference, number, FIRST)
    with told(request):
        asked = actions.pass_on(case=held.case, code=code, by=request.reader.user, now=timezone.now())
        messages.success(request, shown.passed_on(asked))
    return redirect("self_checks:case", reference, number)


@login_required
@require_http_methods(["GET", "POST"])
def own_question(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown.round_to_set_up(request, reference)
    form = QuestionForm(request.POST or None, earlier=shown.items(round_))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.add_question(round_=round_, item=form.item(), **shown.now_known(request, round_))
            messages.success(request, _("Frågan är tillagd i den här egenkontrollen."))
            return redirect("self_checks:set_up", reference)
    return render(request, "self_checks/own_question.html", {"round": round_, "form": form}, status=refused(form))


@login_required
@require_POST
def remove_own_question(request: PersonRequest, reference: str, code: str) -> HttpResponse:
    round_ = shown.round_to_set_up(request, reference)
    with told(request):
        actions.remove_own_question(round_=round_, code=code, **shown.now_known(request, round_))
    return redirect("self_checks:set_up", reference)


@login_required
@require_http_methods(["GET", "POST"])
def lesson(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown.round_to_set_up(request, reference)
    form = LessonForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            text = form.cleaned_data["lesson"]
            actions.add_lesson(round_=round_, text=text, **shown.known(request, form))
            messages.success(request, _("Lärdomen är sparad."))
            return redirect("self_checks:page", reference)
    return render(request, "self_checks/lesson.html", {"round": round_, "form": form}, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def conclude(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = shown.round_to_conclude(request, reference)
    form = SummaryForm(request.POST or None, initial=shown.summary_start(round_))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.conclude(round_=round_, content=form.content(), **shown.known(request, form))
            messages.success(request, _("Resultatet är sparat."))
            return redirect("self_checks:page", reference)
    return render(request, "self_checks/conclude.html", shown.summary(round_, form), status=refused(form))
