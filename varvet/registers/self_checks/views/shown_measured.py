"""What a round's page says of a figure that answers it, and taking it over."""

from django.http import Http404
from django.utils import timezone

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.record_result import Result
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.queries.measured import measured_in
from varvet.registers.self_checks.rules.measured import check_same, figures_of

MOST_DIGITS = 9


def take(request: PersonRequest, round_: Round) -> None:
    """404 for what is no answer to the question, as where nothing is counted."""
    by = request.reader.user
    check(by, "self_checks.perform", round_.unit, today=request.reader.today)
    found = measured_in(round_)
    if found is None:
        raise Http404
    check_same((_number(request, "part"), _number(request, "whole")), (found.part, found.whole))
    result = Result(figures_of(found.part, found.whole))
    version = _number(request, "version")
    actions.record_result(round_=round_, result=result, version=version, by=by, now=timezone.now())


def _number(request: PersonRequest, name: str) -> int:
    asked = request.POST.get(name, "")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= MOST_DIGITS):
        raise Http404
    return int(asked)
