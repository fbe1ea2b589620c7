"""Following what one has reported."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.lex_sarah import queries
from varvet.registers.lex_sarah.views import shown_mine


@login_required
@require_safe
def mine(request: PersonRequest) -> HttpResponse:
    return render(request, "lex_sarah/mine.html", {"rows": shown_mine.my_rows(request.reader)})


@login_required
@require_safe
def my_report(request: PersonRequest, reference: str) -> HttpResponse:
    case = get_object_or_404(queries.reported_by(request.reader), reference=reference)
    return render(request, "lex_sarah/my_report.html", shown_mine.my_report(request.reader, case))
