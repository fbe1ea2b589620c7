"""Answering questions between registers, saying what may be lex Sarah, and the reconciliation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.questions import answering
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.questions import forms, shown, shown_reconciliation, steps


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    shown.require_any(request.reader)
    return render(request, "ui/questions/list.html", {"questions": shown.questions_of(request.reader)})


@login_required
@require_POST
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    referral = shown.find_question(request.reader, pk)
    return steps.accept(request, referral)


@login_required
@require_http_methods(["GET", "POST"])
def refuse(request: PersonRequest, pk: int) -> HttpResponse:
    referral, form = shown.find_question(request.reader, pk), forms.RefuseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            answering.refuse(referral=referral, by=request.reader.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Frågan är avböjd. Skälet är sparat."))
            return redirect("questions:list")
    page = {"form": form, "question": shown.question_of(request.reader, referral)}
    return render(request, "ui/questions/refuse.html", page, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def weigh(request: PersonRequest, reference: str) -> HttpResponse:
    record = shown.find_record(request.reader, reference)
    signs = shown.signs_of(record)
    form = forms.WeighForm(request.POST if request.method == "POST" else None, signs=signs)
    if form.is_valid():
        with answer(form):
            return steps.weigh(request, record, form)
    page = shown.weigh_page(record, form, signs)
    return render(request, "ui/questions/weigh.html", page, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, reference: str, kind: str) -> HttpResponse:
    record = shown.find_askable(request.reader, reference, kind)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        with answer(form):
            return steps.ask(request, record, kind)
    page = shown.ask_page(record, form, kind)
    return render(request, "ui/questions/ask.html", page, status=refused(form))


@login_required
@require_safe
def reconciliation(request: PersonRequest) -> HttpResponse:
    asked = shown_reconciliation.asked_from(request.GET)
    page = shown_reconciliation.reconciliation_page(request.reader, asked)
    return render(request, "ui/questions/reconciliation.html", page)
