"""A round's sample: reading a list, drawing from it, replacing, finding the files; and planning how many."""

from typing import TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.files.receiving import uploads_of
from varvet.kernel.ui.answers import answer, refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.self_checks import actions, forms, queries
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import drawing
from varvet.registers.self_checks.views import shown, shown_planner, shown_sampling

F = TypeVar("F", bound=forms.ListForm)


@login_required
@require_safe
def planner(request: PersonRequest) -> HttpResponse:
    shown.require_view(request.reader)
    return render(request, "self_checks/planner.html", {"planner": shown_planner.planner_of(request.GET)})


@login_required
@require_safe
def sample(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    return render(request, "self_checks/sample.html", shown_sampling.page(request.reader, round_, request.GET))


@login_required
@require_http_methods(["GET", "POST"])
def read_frame(request: PersonRequest, reference: str) -> HttpResponse:
    round_ = _ready(request, reference)
    form = _list_form(request, round_, forms.FrameForm)
    if request.method == "POST" and form.is_valid():
        with answer(form):
            _keep(request, round_, form)
            return _done(request, round_, _("Listan är läst. Se först vad som inte stämde i den."))
    return _page(request, round_, form, shown_sampling.READ)


@login_required
@require_http_methods(["GET", "POST"])
def draw(request: PersonRequest, reference: str, frame: int) -> HttpResponse:
    round_ = _drawable(request, reference, frame)
    form = forms.DrawForm(request.POST or None, initial=_first(request, round_, frame))
    if request.method == "POST" and form.is_valid():
        with answer(form):
            wanted, version = actions.Wanted(frame, form.cleaned_data["wanted"]), form.cleaned_data["version"]
            actions.draw(round_=round_, wanted=wanted, version=version, by=request.reader.user, now=timezone.now())
            return _done(request, round_, _("Urvalet är draget."))
    return _page(request, round_, form, shown_sampling.draw_says(round_))


@login_required
@require_http_methods(["GET", "POST"])
def replace(request: PersonRequest, reference: str, number: int) -> HttpResponse:
    round_ = _ready(request, reference)
    _drawn(round_, number)
    form = forms.ReplaceForm(request.POST or None, initial={"version": round_.version})
    if request.method == "POST" and form.is_valid():
        with answer(form):
            _replace(request, round_, number, form)
            return _done(request, round_, _("Numret är utbytt."))
    return _page(request, round_, form, shown_sampling.REPLACE)


@login_required
@require_http_methods(["GET", "POST"])
def find_files(request: PersonRequest, reference: str) -> HttpResponse:
    """The answer holds the list's own numbers; nothing of it is kept here or by the browser."""
    round_ = _ready(request, reference)
    form = _list_form(request, round_, forms.ListForm)
    if request.method == "POST" and form.is_valid():
        check(request.reader.user, queries.MAY_PERFORM, round_.unit, today=request.reader.today)
        with answer(form):
            context = shown_sampling.step(round_, form, shown_sampling.FIND) | _found(request, round_, form)
            return render(request, "self_checks/found.html", context)
    return _page(request, round_, form, shown_sampling.FIND)


def _ready(request: PersonRequest, reference: str) -> Round:
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if request.method != "POST":
        check(request.reader.user, queries.MAY_PERFORM, round_.unit, today=request.reader.today)
        drawing.check_open(round_.status)
    return round_


def _drawable(request: PersonRequest, reference: str, frame: int) -> Round:
    """Also what is performed, where it may be extended."""
    round_ = get_object_or_404(queries.visible_to(request.reader), reference=reference)
    if request.method != "POST":
        check(request.reader.user, queries.MAY_PERFORM, round_.unit, today=request.reader.today)
        is_drawn = frame in queries.frames_to_extend([round_]).values()
        drawing.check_drawable(round_.status, is_drawn=is_drawn)
    return round_


def _first(request: PersonRequest, round_: Round, frame: int) -> dict[str, object]:
    if frame not in {row.number for row in queries.list_frames(round_)}:
        raise Http404
    asked = request.GET.get("antal", "")
    first = int(asked) if asked.isascii() and asked.isdigit() else shown_sampling.first_size(round_, frame)
    return {"version": round_.version, "wanted": first}


def _drawn(round_: Round, number: int) -> None:
    if queries.drawn_of(round_, number) is None:
        raise Http404


def _list_form(request: PersonRequest, round_: Round, kind: type[F]) -> F:
    initial = {"version": round_.version, "kind": drawing.FrameKind.CASES}
    uploads = uploads_of(request, "file") if request.method == "POST" else ()
    return kind(request.POST or None, uploads=uploads, sources=queries.sources_of(round_.root), initial=initial)


def _keep(request: PersonRequest, round_: Round, form: forms.FrameForm) -> None:
    """The right to do it is asked for before the list is read, since that takes time."""
    reader = request.reader
    check(reader.user, queries.MAY_PERFORM, round_.unit, today=reader.today)
    content = actions.read_list(form.sent(), root=round_.root, today=reader.today)
    version = form.cleaned_data["version"]
    actions.keep_frame(round_=round_, content=content, version=version, by=reader.user, now=timezone.now())


def _replace(request: PersonRequest, round_: Round, number: int, form: forms.ReplaceForm) -> None:
    replaced = actions.Replaced(number, drawing.Why(form.cleaned_data["reason"]))
    version = form.cleaned_data["version"]
    actions.replace(round_=round_, replaced=replaced, version=version, by=request.reader.user, now=timezone.now())


def _found(request: PersonRequest, round_: Round, form: forms.ListForm) -> dict[str, object]:
    codes = queries.codes_to_find(request.reader, round_)
    own = actions.find_own(form.sent(), codes, root=round_.root, today=request.reader.today)
    return shown_sampling.found(codes, own)


def _page(request: PersonRequest, round_: Round, form: VersionedForm, says: shown_sampling.Says) -> HttpResponse:
    template = "self_checks/list_form.html" if isinstance(form, forms.ListForm) else "self_checks/sample_step.html"
    return render(request, template, shown_sampling.step(round_, form, says), status=refused(form))


def _done(request: PersonRequest, round_: Round, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("self_checks:sample", round_.reference)
