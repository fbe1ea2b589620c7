"""The pages where one says that somebody is away, and where the work of somebody who leaves is handed over."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.deadlines import absences, handing_over
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.people import shown, told
from varvet.kernel.ui.people.forms import AbsenceForm, HandOverForm


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    return render(request, "ui/people/list.html", shown.list_page(request.reader))


@login_required
@require_http_methods(["GET", "POST"])
def absence(request: PersonRequest) -> HttpResponse:
    return _absence(request, request.reader.user)


@login_required
@require_http_methods(["GET", "POST"])
def absence_of(request: PersonRequest, number: int) -> HttpResponse:
    person = shown.get_person(request.reader, number)
    absences.check_about(request.reader.user, person, today=request.reader.today)
    return _absence(request, person)


def _absence(request: PersonRequest, person: User) -> HttpResponse:
    reader = request.reader
    form = AbsenceForm(request.POST or None, people=shown.list_colleagues(reader, person), today=reader.today)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            said = absences.set_absence(person=person, by=reader.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, told.about_absence(reader, said))
            return redirect(request.path)
    return render(request, "ui/people/absence.html", shown.absence_page(reader, person, form), status=refused(form))


@login_required
@require_POST
def end(request: PersonRequest, number: int) -> HttpResponse:
    absence = shown.get_absence(request.reader, number)
    absences.end_absence(absence=absence, by=request.reader.user, now=timezone.now())
    messages.success(request, _("Frånvaron är slut."))
    own = absence.user_id == request.reader.user.pk
    return redirect("people:absence") if own else redirect("people:absence_of", absence.user_id)


@login_required
@require_http_methods(["GET", "POST"])
def hand_over(request: PersonRequest, number: int) -> HttpResponse:
    reader, person = request.reader, shown.get_person(request.reader, number)
    form = HandOverForm(request.POST or None, people=shown.list_colleagues(reader, person))
    page = shown.hand_over_page(reader, person, form)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            work = handing_over.Handover(person=person, by=reader.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, told.about_handover(handing_over.hand_over(reader, work)))
            return redirect(request.path)
    return render(request, "ui/people/hand_over.html", page, status=refused(form))
