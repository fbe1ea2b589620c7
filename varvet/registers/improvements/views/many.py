"""Changing many at once, and what became of each."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.improvements import actions
from varvet.registers.improvements.views import shown_many


@login_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest) -> HttpResponse:
    request.reader.require("improvements.edit")
    form = shown_many.many_form(request)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            known = {"key": form.cleaned_data["key"], "by": request.reader.user, "now": timezone.now()}
            outcomes = actions.change_many(chosen=form.picked(), change=form.change(), **known)
            return render(request, "improvements/many.html", shown_many.after(request, outcomes))
    return render(request, "improvements/many.html", shown_many.page(form), status=refused(form))
