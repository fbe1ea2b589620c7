"""The guide: three questions, and the form they lead to."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import refused
from varvet.registers.deviations import forms
from varvet.registers.deviations.views import shown_guide


@login_required
@require_safe
def guide(request: PersonRequest) -> HttpResponse:
    form = forms.GuideForm(request.GET or None)
    answer = shown_guide.answer_of(request.reader, form) if form.is_valid() else None
    return render(request, "deviations/guide.html", {"form": form, "answer": answer}, status=refused(form))
