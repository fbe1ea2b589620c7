"""Compilations: the list, one to read, to write and to approve, and its files."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.insight.annual_report import build
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.compilations import actions, rules, shown
from varvet.insight.compilations.actions import Change
from varvet.insight.compilations.forms import ApproveForm, WordsForm
from varvet.insight.compilations.queries import READ, WRITE, Wanted, get_wanted
from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(READ)
    return render(request, "compilations/list.html", {"list": shown.list_of(request.reader)})


@login_required
@require_safe
def read(request: PersonRequest, unit_id: int, code: str) -> HttpResponse:
    wanted = get_wanted(request.reader, unit_id, code)
    return render(request, "compilations/read.html", shown.reading(wanted, request.reader))


@login_required
@require_safe
def download(request: PersonRequest, unit_id: int, code: str, name: str) -> HttpResponse:
    wanted = get_wanted(request.reader, unit_id, code)
    if name not in shown.FILES:
        raise Http404
    content = build.render(shown.report_of(wanted, request.reader.today), name)
    response = HttpResponse(content, content_type=FORMATS[name].media_type)
    filename = f"sammanstallning-{wanted.unit.slug}-{wanted.stretch.code}.{FORMATS[name].suffix}"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@login_required
@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, unit_id: int, code: str) -> HttpResponse:
    wanted = _to_change(request, unit_id, code)
    form = WordsForm(request.POST or None, initial={**wanted.texts, "version": wanted.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.save(_change(request, wanted, form), form.texts())
            messages.success(request, _("Analysen är sparad."))
            return redirect("compilations:read", unit_id, wanted.stretch.code)
    return render(request, "compilations/write.html", shown.writing(wanted, form, request.reader), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def approve(request: PersonRequest, unit_id: int, code: str) -> HttpResponse:
    wanted = _to_change(request, unit_id, code)
    form = ApproveForm(request.POST or None, initial={"version": wanted.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            actions.approve(_change(request, wanted, form))
            messages.success(request, _("Sammanställningen är fastställd."))
            return redirect("compilations:read", unit_id, wanted.stretch.code)
    return render(request, "compilations/approve.html", shown.approving(wanted, form), status=refused(form))


def _to_change(request: PersonRequest, unit_id: int, code: str) -> Wanted:
    """404 for who may not read it, 403 for who may read and not write."""
    wanted = get_wanted(request.reader, unit_id, code)
    check(request.reader.user, WRITE, wanted.unit, today=request.reader.today)
    rules.check_open(approved=shown.is_approved(wanted))
    return wanted


def _change(request: PersonRequest, wanted: Wanted, form: VersionedForm) -> Change:
    return Change(wanted, form.cleaned_data["version"], request.reader.user, timezone.now())
