"""Choosing who to be: open to anyone, and only where the demo is loaded."""

from itertools import groupby

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from varvet.demo.load import people
from varvet.demo.marker import is_demo
from varvet.demo.models import DemoPerson


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    _check_demo()
    by_root = [(root, list(found)) for root, found in groupby(people(), key=lambda person: person.root_name)]
    return render(request, "demo/people.html", {"by_root": by_root})


@require_POST
def enter(request: HttpRequest, person: int) -> HttpResponse:
    """Only as somebody the demo made: real people have passwords."""
    _check_demo()
    chosen = get_object_or_404(DemoPerson.objects.select_related("user"), user_id=person)
    login(request, chosen.user)
    return redirect("/")


def _check_demo() -> None:
    if not is_demo():
        raise Http404
