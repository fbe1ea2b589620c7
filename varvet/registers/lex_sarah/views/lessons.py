"""Lessons from other units' cases: read, and raised at the staff meeting."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.lex_sarah import actions, forms, queries


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require("lex_sarah.respond")
    return render(request, "lex_sarah/lessons.html", {"sent": queries.read_received(request.reader)})


@login_required
@require_http_methods(["GET", "POST"])
def mark(request: PersonRequest, pk: int) -> HttpResponse:
    sent = get_object_or_404(queries.list_received(request.reader), pk=pk)
    form = forms.RaisedForm(request.POST or None, initial={"raised_on": sent.raised_on or request.reader.today})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            raised, by = form.cleaned_data["raised_on"], request.reader.user
            actions.mark_lesson(sent=sent, raised_on=raised, by=by, now=timezone.now())
            messages.success(request, _("Lärdomen är markerad."))
            return redirect("lex_sarah:lessons")
    return render(request, "lex_sarah/lesson.html", {"form": form, "sent": sent}, status=refused(form))
