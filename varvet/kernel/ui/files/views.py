"""Adding files to a record, removing one, and handing one out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records import attached
from varvet.kernel.records.sent_files import Sending
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.files import forms, shown


@login_required
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, reference: str) -> HttpResponse:
    record, files = shown.find_record(request.reader, reference)
    shown.require(files.may_add, request.reader, record)
    form = shown.fresh_form() if request.method == "GET" else shown.sent_form(request)
    if form.is_valid():
        sending = Sending(form.uploads, form.cleaned_data["key"], request.reader.user, timezone.now())
        with answer(form):
            return shown.after(request, record, files.add(record, sending))
    return render(request, "ui/files/add.html", shown.add_page(request.reader, record, form), status=refused(form))


@login_required
@require_http_methods(["GET", "POST"])
def remove(request: PersonRequest, reference: str, attachment_id: int) -> HttpResponse:
    record, files = shown.find_record(request.reader, reference)
    shown.require(files.may_remove, request.reader, record)
    file = shown.find_file(request.reader, record, attachment_id)
    form = forms.RemoveForm(request.POST or None, initial={"version": record.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            files.remove(record, form.removal(attachment_id, by=request.reader.user, now=timezone.now()))
            messages.success(request, _("Filen är borttagen."))
            return redirect(shown.page_of(request.reader, record))
    page = shown.remove_page(request.reader, record, file, form)
    return render(request, "ui/files/remove.html", page, status=refused(form))


@login_required
@require_safe
def hand_out(request: PersonRequest, token: str) -> HttpResponse:
    file = attached.hand_out(request.reader, token)
    if file is None:
        raise Http404
    return shown.download(file)
