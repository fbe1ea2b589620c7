"""Noting what somebody said: in half a minute, from paper in a row, and on paper itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.keyed import keyed
from varvet.registers.feedback import queries
from varvet.registers.feedback.views import shown_capture


@login_required
@require_http_methods(["GET", "POST"])
@keyed("feedback:captured")
def capture(request: PersonRequest) -> HttpResponse:
    form = shown_capture.capture_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            record = shown_capture.save(request, form)
            return redirect("feedback:captured", record.reference)
    return render(request, "feedback/capture.html", {"form": form}, status=refused(form))


@login_required
@require_POST
def draft(request: PersonRequest) -> HttpResponse:
    shown_capture.save_capture_draft(request)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet är sparat. Det är inte inskickat än."))
    return redirect("feedback:capture")


@login_required
@require_safe
def captured(request: PersonRequest, reference: str) -> HttpResponse:
    feedback = get_object_or_404(queries.captured_by(request.reader), reference=reference)
    return render(request, "feedback/captured.html", shown_capture.receipt(feedback))


@login_required
@require_http_methods(["GET", "POST"])
@keyed("feedback:captured")
def from_paper(request: PersonRequest) -> HttpResponse:
    form = shown_capture.paper_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            record = shown_capture.save(request, form)
            messages.success(request, shown_capture.saved(record))
            return redirect(shown_capture.after_paper(request, form, record))
    return render(request, "feedback/from_paper.html", {"form": form}, status=refused(form))


@login_required
@require_safe
def paper(request: PersonRequest, unit: int) -> HttpResponse:
    return render(request, "feedback/paper.html", shown_capture.paper(request.reader, unit))
