"""A list that was read in by command, chosen for a round."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.ui.answers import answer, refused
from varvet.registers.self_checks import actions, queries, rules
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.views import shown, shown_lists, shown_sent
from varvet.registers.self_checks.views import shown_kept_lists as shown_kept

FIELD = "kept"  # where it is said what is wrong with the list


@login_required
@require_http_methods(["GET", "POST"])
def new(request: PersonRequest, reference: str, name: str) -> HttpResponse:
    round_, chosen, units = _round(request, reference), shown_lists.find_check(name), shown_sent.Headings(FIELD)
    form = shown_kept.form_of(request, round_, chosen)
    if request.method == "POST" and form.is_valid():
        with answer(form), units:
            given = {"chosen": form.chosen(), "version": form.cleaned_data["version"]}
            made = actions.take_kept_list(round_=round_, **given, by=request.reader.user, now=timezone.now())
            return redirect("self_checks:list_result", round_.reference, made.token)
    page = shown_kept.page(round_, form, units.found)
    return render(request, "self_checks/kept_list.html", page, status=refused(form))


def _round(request: PersonRequest, reference: str) -> Round:
    """Asked before the form is shown; when it is sent, the action judges. A kept list is the whole organisation's."""
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if request.method != "POST":
        check(request.reader.user, queries.MAY_PERFORM, round_.root, today=request.reader.today)
    return shown.ready(request, round_, rules.Event.RECORD)
