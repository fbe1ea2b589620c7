"""The letter to a provider, as a file."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.papers import hand_out
from varvet.registers.provider_reports.views import shown_letter


@login_required
@require_safe
def letter(request: PersonRequest, reference: str, form: str) -> HttpResponse:
    report, order = shown_letter.asked_for(request.reader, reference, form)
    return hand_out(report, shown_letter.made_for(request.reader, report), order, by=request.reader.user)
