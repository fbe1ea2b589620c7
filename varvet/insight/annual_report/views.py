"""The report to read, to download, and the records behind a figure."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from varvet.insight.annual_report import build
from varvet.insight.annual_report.compute import compute
from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.formats import DASH, days, inside_sentence, integer, percent
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.renderers.html.page import page_of
from varvet.insight.annual_report.value import FigureRef, Report
from varvet.insight.measures.address import signed, unsigned
from varvet.insight.measures.counting import SHARES
from varvet.insight.measures.drill_down import Behind, behind
from varvet.insight.measures.question import Question, from_query
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.errors import RuleBroken, Told
from varvet.kernel.records.registry import Value, list_measures
from varvet.kernel.ui import words
from varvet.kernel.ui.sentences import said

CANNOT_BE_SHOWN = marked(
    "Berättelsen kan inte visas. Dess mall eller text pekar på något som inte finns. "
    "Kommandot varvet report build säger var."
)


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    root = _root(request.reader)
    return render(request, "annual_report/list.html", {"root": root, "years": build.years_of(root)})


@login_required
@require_safe
def read(request: PersonRequest, year: int) -> HttpResponse:
    report = _report(request.reader, year)
    page = page_of(report, Drawings(), _link)
    files = [
        {"label": FORMATS[name].label, "href": reverse("annual_report:download", args=[year, name])}
        for name in ("pdf", "docx", "xlsx", "json")
    ]
    return render(
        request, "annual_report/report.html", {"page": page, "formats": files, "organisation": report.meta.organisation}
    )


@login_required
@require_safe
def download(request: PersonRequest, year: int, name: str) -> HttpResponse:
    if name not in FORMATS:
        raise Http404
    chosen, report = FORMATS[name], _report(request.reader, year)
    response = HttpResponse(build.render(report, name), content_type=chosen.media_type)
    response["Content-Disposition"] = f'attachment; filename="kvalitetsberattelse-{year}.{chosen.suffix}"'
    return response


@login_required
@require_safe
def figure(request: PersonRequest) -> HttpResponse:
    question = _asked(request)
    found = behind(question, request.reader)
    period = words.long_span(question.first, question.last)
    label = inside_sentence(said(found.measure.label))
    shown = {"found": found, "figure": _said(found), "label": label, "period": period}
    return render(request, "annual_report/figure.html", shown)


def _asked(request: PersonRequest) -> Question:
    """The question in the address. Not found where it is mangled or another root's."""
    root = _root(request.reader)
    try:
        question = from_query(unsigned(request.META.get("QUERY_STRING", "")))
    except Told as told:
        raise Http404 from told
    if question.root != root.slug or not set(question.measures) <= {measure.code for measure in list_measures()}:
        raise Http404
    return question


def _said(found: Behind) -> str:
    if found.figure is None:
        return DASH
    if found.measure.value is Value.MEDIAN_DAYS:
        return days(found.figure)
    return percent(100 * found.figure) if found.measure.value in SHARES else integer(int(found.figure))


def _link(ref: FigureRef) -> str:
    return f"{reverse('annual_report:figure')}?{signed(ref.query)}"


def _root(reader: Reader) -> Unit:
    """The reader's root, for those who may read its report: all others see no trace of it."""
    if reader.root is None:
        raise Http404
    if not reader.has("annual_report.read"):
        raise NotAllowed("Din roll läser inte kvalitetsberättelsen. Be din chef om du behöver den.")
    return reader.root


def _report(reader: Reader, year: int) -> Report:
    root = _root(reader)
    if year not in build.years_of(root):
        raise Http404
    try:
        return compute(root, year, str(get_setting(root, "report_template", reader.today)))
    except Told as told:
        raise RuleBroken("report_slip", CANNOT_BE_SHOWN) from told
