"""A figure of the house taken over as a round's result, by somebody who has seen it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.views import shown_measured


@login_required
@require_POST
def take(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    try:
        shown_measured.take(request, round_)
    except (RuleBroken, StaleVersion) as refused:
        messages.error(request, sentence_of(refused))
    else:
        messages.success(request, _("Siffran är rundans resultat."))
    return redirect("self_checks:page", round_.reference)
