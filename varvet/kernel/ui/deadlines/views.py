"""The pages where more time is given, where time is paused, and where it goes on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.deadlines import extending, pausing
from varvet.kernel.deadlines.given import list_given
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import Clock, get_register, is_visible
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.deadlines.forms import ExtendForm, PauseForm, ResumeForm


@login_required
@require_http_methods(["GET", "POST"])
def give_time(request: PersonRequest, reference: str, code: str) -> HttpResponse:
    record, form = _visible(request, reference), ExtendForm(request.POST or None)
    clock = extending.get_extendable(record, code, by=request.reader.user, today=request.reader.today)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            extending.extend(record=record, code=code, by=request.reader.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Tiden är förlängd."))
            return _back(record)
    return render(request, "ui/deadlines/extend.html", _page(request, record, clock, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def pause_time(request: PersonRequest, reference: str, code: str) -> HttpResponse:
    record, form = _visible(request, reference), PauseForm(request.POST or None)
    clock = pausing.get_pausable(record, code, by=request.reader.user, today=request.reader.today)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            pausing.pause(record=record, code=code, by=request.reader.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Tiden är pausad."))
            return _back(record)
    return render(request, "ui/deadlines/pause.html", _page(request, record, clock, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def resume_time(request: PersonRequest, reference: str, code: str) -> HttpResponse:
    record, form = _visible(request, reference), ResumeForm(request.POST or None)
    clock = extending.get_running(record, code, by=request.reader.user, today=request.reader.today)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            pausing.resume(record=record, code=code, by=request.reader.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Tiden går igen."))
            return _back(record)
    return render(request, "ui/deadlines/resume.html", _page(request, record, clock, form), status=refused(form))


def _back(record: Record) -> HttpResponse:
    return redirect(get_register(record.kind).page, record.reference)


def _page(request: PersonRequest, record: Record, clock: Clock, form: Form) -> dict[str, object]:
    given = list_given(request.reader, record, clock.code)
    return {"form": form, "record": record, "clock": clock, "given": given, "page": get_register(record.kind).page}


def _visible(request: PersonRequest, reference: str) -> Record:
    rows = Record.objects.filter(root=request.reader.root).select_related("unit", "root")
    record = get_object_or_404(rows, reference=reference)
    if not is_visible(request.reader, record):
        raise Http404
    return record
