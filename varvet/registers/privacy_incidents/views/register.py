"""The register of GDPR article 33.5, and lists taken out as files."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.search.files import Format, answer_with
from varvet.registers.privacy_incidents import queries
from varvet.registers.privacy_incidents.views import shown_list, shown_register


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(queries.VIEW)
    filters = shown_register.filters_from(request.GET)
    page = queries.list_page(request.reader, filters, request.GET.get("efter", ""))
    context = shown_register.register_page(request.reader, filters, page)
    return render(request, "privacy_incidents/register.html", context)


@login_required
@require_safe
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    """The list of incidents, as it is narrowed on the page: coded values only."""
    filters = shown_list.filters_from(request.GET)
    return _file(request, filters, _format(form), shown_register.LIST)


@login_required
@require_safe
def register_file(request: PersonRequest, form: str) -> HttpResponseBase:
    """The register, coded values only."""
    filters = shown_register.filters_from(request.GET)
    return _file(request, filters, _format(form), shown_register.REGISTER)


@login_required
@require_POST
def register_with_texts(request: PersonRequest) -> HttpResponseBase:
    """By POST, since every text read is noted."""
    request.reader.require(queries.EXPORT_TEXTS)
    filters = shown_register.filters_from(request.GET)
    sheet = shown_register.sheet_with_texts(request.reader, filters)
    asked = shown_register.asked_of(filters, Format.XLSX, texts=True)
    return answer_with(sheet, asked, by=request.reader.user)


def _file(request: PersonRequest, filters: queries.Filters, form: Format, name: str) -> HttpResponseBase:
    request.reader.require(queries.EXPORT)
    sheet = shown_register.coded_sheet(request.reader, filters, name)
    return answer_with(sheet, shown_register.asked_of(filters, form, texts=False), by=request.reader.user)


def _format(form: str) -> Format:
    if form not in set(Format):
        raise Http404
    return Format(form)
