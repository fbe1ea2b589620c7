"""Choosing an improvement to tell everybody of, writing the words, reading them through, publishing, taking down."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.improvements import actions, forms, queries
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.views import shown_publishing


@login_required
@require_safe
def choose(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.PUBLISH)
    return render(request, "improvements/choose_public.html", shown_publishing.choosing(request.reader))


@login_required
@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = _ready(request, reference)
    form = shown_publishing.words_form(request, improvement)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            words, version, by = form.words(), form.cleaned_data["version"], request.reader.user
            actions.write_public(improvement=improvement, words=words, version=version, by=by, now=timezone.now())
            return redirect("improvements:publish", reference)
    page = shown_publishing.writing(request.reader, improvement, form)
    return render(request, "improvements/write_public.html", page, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def publish(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = _ready(request, reference)
    form = forms.PublishForm(request.POST or None, initial={"version": improvement.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            version, by = form.cleaned_data["version"], request.reader.user
            actions.publish(improvement=improvement, version=version, by=by, now=timezone.now())
            messages.success(request, _("Texten är publicerad. Nu kan alla läsa den."))
            return redirect("improvements:choose_public")
    page = shown_publishing.previewing(request.reader, improvement, form)
    return render(request, "improvements/publish.html", page, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def withdraw(request: PersonRequest, reference: str) -> HttpResponse:
    improvement = _ready(request, reference)
    form = forms.WithdrawForm(request.POST or None, initial={"version": improvement.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            given, by = form.cleaned_data, request.reader.user
            known = {"version": given["version"], "by": by, "now": timezone.now()}
            actions.withdraw(improvement=improvement, reason=given["reason"], **known)
            messages.success(request, _("Texten är nedtagen. Ingen annan kan läsa den."))
            return redirect("improvements:choose_public")
    page = shown_publishing.previewing(request.reader, improvement, form)
    return render(request, "improvements/withdraw.html", page, status=refused(form))


def _ready(request: PersonRequest, reference: str) -> Improvement:
    improvement = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return shown_publishing.ready(request, improvement)
