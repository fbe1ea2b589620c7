"""What the forms of the risk picture begin with, who may open them, and what they say when sent."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import Meanwhile, differences_of
from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.risks import actions, forms, queries
from varvet.registers.risks.models import ControlPoint, Overview, Risk
from varvet.registers.risks.rules import control
from varvet.registers.risks.rules.control import Frequency, Light, list_periods, period_name, period_of

NO_CHECK = marked("Du kan inte öppna någon egenkontroll med det numret.")


@dataclass(frozen=True)
class OpenYear:
    """A year that may be changed; `overview` is None before anything is written of it."""

    root: Unit
    year: int
    overview: Overview | None
    candidates: list[Risk]

    @property
    def version(self) -> int:
        return self.overview.version if self.overview else 0


def require_read(reader: Reader) -> None:
    if not reader.has(queries.DECIDE):
        reader.require(queries.READ)


def open_year(request: PersonRequest, year: int) -> OpenYear:
    """404 without a root or for no year, 403 for who may not, 409 for what is decided."""
    reader = request.reader
    if reader.root is None or not control.FIRST_YEAR <= year <= control.LAST_YEAR:
        raise Http404("no such year")
    check(reader.user, queries.DECIDE, reader.root, today=reader.today)
    found = queries.visible_overviews(reader).filter(year=year).first()
    control.check_open(decided=found is not None and found.is_decided)
    return OpenYear(reader.root, year, found, queries.list_candidates(reader))


def change(request: PersonRequest, asked: OpenYear, form: VersionedForm) -> actions.Year:
    return actions.Year(asked.root, asked.year, form.cleaned_data["version"], request.reader.user, now())


def now() -> datetime:
    return timezone.now()


def page(asked: OpenYear, form: VersionedForm) -> dict[str, object]:
    meanwhile = Meanwhile([], differences_of(form)) if form.stale else None
    return {"form": form, "year": asked.year, "overview": asked.overview, "meanwhile": meanwhile}


def year_form(request: PersonRequest) -> forms.YearForm:
    month_ahead = request.reader.today.year + (request.reader.today.month > 6)
    return forms.YearForm(request.POST or None, initial={"year": month_ahead})


def choose_form(request: PersonRequest, asked: OpenYear) -> forms.ChooseForm:
    overview = asked.overview
    chosen = set(overview.risks.values_list("pk", flat=True)) if overview else _suggested(asked)
    start = {
        "version": asked.version,
        "summary": overview.summary if overview else "",
        "risks": [str(risk.pk) for risk in asked.candidates if risk.pk in chosen],
    }
    return forms.ChooseForm(request.POST or None, risks=asked.candidates, initial=start)


def _suggested(asked: OpenYear) -> set[int]:
    """Those that are not low."""
    return {risk.pk for risk in asked.candidates if risk.current and risk.current.level != "low"}


def chosen(request: PersonRequest, form: forms.ChooseForm) -> tuple[str, list[Risk]]:
    wanted = set(form.cleaned_data["risks"])
    risks = [risk for risk in queries.list_candidates(request.reader) if str(risk.pk) in wanted]
    return form.cleaned_data["summary"], risks


def point_of(asked: OpenYear, pk: int) -> ControlPoint:
    return get_object_or_404(ControlPoint.objects.select_related("risk"), overview=asked.overview, pk=pk)


def known(asked: OpenYear, pk: int) -> ControlPoint | None:
    return point_of(asked, pk) if pk else None


def point_form(request: PersonRequest, asked: OpenYear, pk: int) -> forms.PointForm:
    found = known(asked, pk)
    start: dict[str, object] = {"version": asked.version, "frequency": Frequency.TERTIAL}
    if found:
        ties = queries.checks_of(request.reader, [found])
        names = ("name", "method", "frequency", "responsible")
        start |= {name: getattr(found, name) for name in names} | {"risk": str(found.risk_id)}
        start["check"] = ties[found.pk].reference if found.pk in ties else ""
    return forms.PointForm(request.POST or None, risks=asked.candidates, initial=start)


def told(request: PersonRequest, form: forms.PointForm) -> actions.Point:
    given = form.cleaned_data
    found = queries.find_check(request.reader, given["check"]) if given["check"].strip() else None
    if given["check"].strip() and found is None:
        raise RuleBroken("risk.point.check", NO_CHECK, field="check")
    risk = queries.visible_to(request.reader).get(pk=given["risk"])
    method, often = given["method"], Frequency(given["frequency"])
    return actions.Point(risk, given["name"], method, often, given["responsible"], found)


def removing(request: PersonRequest, year: int) -> tuple[OpenYear, forms.RemoveForm]:
    asked = open_year(request, year)
    return asked, forms.RemoveForm(request.POST or None, initial={"version": asked.version})


def decide_form(request: PersonRequest, asked: OpenYear) -> forms.DecideForm:
    return forms.DecideForm(request.POST or None, initial={"version": asked.version, "on": request.reader.today})


def decision(form: forms.DecideForm) -> actions.Decision:
    given = form.cleaned_data
    return actions.Decision(given["by"], given["on"], given["paragraph"])


def following(request: PersonRequest, overview: Overview, pk: int) -> tuple[ControlPoint, forms.FollowUpForm]:
    """403 for who only reads it, 409 before it is decided."""
    rows = ControlPoint.objects.select_related("overview__root", "risk__unit")
    found = get_object_or_404(rows, overview=overview, pk=pk)
    control.check_decided(decided=overview.is_decided)
    if not queries.may_follow_up(request.reader, found):
        check(request.reader.user, queries.EDIT, found.risk.unit, today=request.reader.today)
    periods = [(str(n), sentence_of(period_name(found.frequency, n))) for n in list_periods(found.frequency)]
    return found, forms.FollowUpForm(request.POST or None, periods=periods, initial=_said_before(request, found))


def _said_before(request: PersonRequest, point: ControlPoint) -> dict[str, object]:
    """The part of the year that was chosen, or the first one left, and what is said of it already."""
    done = {row.period: row for row in point.follow_ups.all()}
    now = period_of(point.frequency, request.reader.today.month)
    left = next((number for number in list_periods(point.frequency) if number not in done), now)
    asked = request.POST.get("period", "")
    chosen = int(asked) if asked.isascii() and asked.isdigit() else min(left, now)
    start: dict[str, object] = {"period": str(chosen), "version": point.version}
    row = done.get(chosen)
    return start | ({"light": row.light, "words": row.words} if row else {})


def follow_page(point: ControlPoint, form: forms.FollowUpForm) -> dict[str, object]:
    meanwhile = Meanwhile([], differences_of(form)) if form.stale else None
    return {"form": form, "point": point, "overview": point.overview, "meanwhile": meanwhile}


def outcome(form: forms.FollowUpForm) -> actions.Outcome:
    given = form.cleaned_data
    return actions.Outcome(int(given["period"]), Light(given["light"]), given["words"], given["version"])
