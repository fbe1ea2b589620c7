"""Det har vi ändrat: what everybody may read, without logging in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import find_root, list_roots
from varvet.registers.improvements.views import shown_public


@require_safe
def roots(request: HttpRequest) -> HttpResponse:
    """Which organisation, where several share the installation."""
    found = list_roots()
    if len(found) == 1:
        return redirect("improvements:public", found[0].slug)
    return render(request, "improvements/public_roots.html", {"roots": found})


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    page = shown_public.changes_page(_root(slug), request.GET)
    return render(request, "improvements/public.html", page)


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    return render(request, "improvements/public_poster.html", shown_public.poster_page(_root(slug), request))


def _root(slug: str) -> Unit:
    root = find_root(slug)
    if root is None:
        raise Http404
    return root
