"""The list as a file, and a file as a list: sent, looked through, and read in whole or not at all."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import Format, answer_with
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.risks import actions, forms, queries
from varvet.registers.risks.views import shown_export, shown_import
from varvet.registers.risks.views.shown_list import filters_from


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    if form not in set(Format):
        raise Http404
    request.reader.require(queries.EXPORT)
    filters = filters_from(request.GET)
    sheet = shown_export.sheet_of(request.reader, filters)
    return answer_with(sheet, shown_export.asked(filters, Format(form)), by=request.reader.user)


@login_required
@require_http_methods(["GET", "POST"])
def send(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.EDIT)
    form = forms.SendForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            faults = shown_import.take_in(request.reader, form.cleaned_data["file"])
            return shown_import.sent(request, form, faults)
    context = {"form": form, "faults": [], "heads": shown_import.HEADS}
    return render(request, "risks/send.html", context, status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def look_through(request: PersonRequest) -> HttpResponse:
    request.reader.require(actions.EDIT)
    waiting = shown_import.waiting(request.reader)
    form = forms.YesForm(request.POST or None, initial={"digest": waiting.digest})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            messages.success(request, shown_import.read_in(request.reader, waiting, form.cleaned_data["digest"]))
            return redirect("risks:list")
    return render(request, "risks/look_through.html", {"form": form, "waiting": waiting}, status=refused(form))
