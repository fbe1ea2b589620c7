"""Searching: by number, which leads straight there, and in what people wrote."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.registry import get_register
from varvet.kernel.search import forms, references, shown


@login_required
@require_http_methods(["GET", "POST"])
def search(request: PersonRequest) -> HttpResponse:
    """Words are sent as a form, never in the address: addresses are kept in histories and logs."""
    asked = references.as_reference(request.POST.get("q", "") or request.GET.get("q", ""))
    record = references.find_visible(request.reader, asked) if asked else None
    if record:
        return redirect(reverse(get_register(record.kind).page, args=[record.reference]))
    form = forms.SearchForm(request.POST or None, reader=request.reader)
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "search/search.html", shown.search_page(request.reader, form, asked), status=status)
