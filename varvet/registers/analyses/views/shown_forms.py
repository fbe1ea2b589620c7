"""The forms as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from django.http import Http404
from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.figures import label_of
from varvet.kernel.records.registry import list_measures
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.sentences import said
from varvet.registers.analyses import actions, forms, queries
from varvet.registers.analyses.forms import Offers
from varvet.registers.analyses.models import Analysis, Answer, Conclusion
from varvet.registers.analyses.rules import SOURCES

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, Analysis], VersionedForm]
AHEAD = timedelta(days=14)
DRAFTED = ("words", "version")  # a draft knows which version it began on, so that it never writes over a newer one


def plain(form: type[F]) -> Make:
    """A form that begins with nothing."""
    return lambda request, analysis: form(request.POST or None, initial=_version(analysis))


def _version(analysis: Analysis) -> dict[str, object]:
    return {"version": analysis.version}


def start(request: PersonRequest) -> forms.StartForm:
    request.reader.require(actions.EDIT)
    units, periods = request.reader.list_units(actions.EDIT), queries.list_periods(request.reader)
    over = next((one.code for one in periods if one.last < request.reader.today), "")
    first = {"period": over, "meeting_on": (request.reader.today + AHEAD).isoformat()}
    return forms.StartForm(request.POST or None, units=units, periods=periods, initial=fresh(request, units) | first)


def describe(request: PersonRequest, analysis: Analysis) -> forms.DescribeForm:
    known = _version(analysis) | {"meeting_on": analysis.meeting_on.isoformat()}
    return forms.DescribeForm(request.POST or None, initial=known)


def assign(request: PersonRequest, analysis: Analysis) -> forms.AssignForm:
    people = queries.list_able(analysis, request.reader.today)
    known = _version(analysis) | {"responsible": analysis.responsible_id}
    return forms.AssignForm(request.POST or None, people=people, initial=known)


def hold(request: PersonRequest, analysis: Analysis) -> forms.HoldForm:
    day = min(analysis.meeting_on, request.reader.today).isoformat()
    return forms.HoldForm(request.POST or None, initial=_version(analysis) | {"held_on": day})


def conclude(request: PersonRequest, analysis: Analysis) -> forms.ConcludeForm:
    asked = request.GET.get("matt", "")
    return forms.ConcludeForm(
        request.POST or None, offers=_offers(request), initial=_version(analysis) | {"measure": asked}
    )


def change(request: PersonRequest, analysis: Analysis, conclusion: Conclusion) -> forms.ConcludeForm:
    known = {name: getattr(conclusion, name) for name in ("kind", "line", "measure", "area")}
    return forms.ConcludeForm(request.POST or None, offers=_offers(request), initial=_version(analysis) | known)


def settle(request: PersonRequest, analysis: Analysis, conclusion: Conclusion) -> forms.SettleForm:
    known = _version(analysis) | {"no_action": conclusion.no_action}
    return forms.SettleForm(request.POST or None, initial=known)


def _offers(request: PersonRequest) -> Offers:
    """Measures of the registers that run here, by register."""
    declared = {measure.code for measure in list_measures()}
    rows = [
        (said(source.label), [(code, said(label_of(code))) for code in source.codes if code in declared])
        for source in SOURCES
    ]
    return Offers([row for row in rows if row[1]], queries.quality_areas(request.reader))


def conclusion_of(analysis: Analysis, number: int) -> Conclusion:
    found = Conclusion.objects.filter(analysis=analysis, number=number).first()
    if found is None:
        raise Http404
    return found


def answer(request: PersonRequest, analysis: Analysis, found: Answer) -> forms.AnswerForm:
    """What is saved, or the person's own draft on top of it."""
    name = actions.draft_of(analysis, found.number)
    draft = get_draft(owner=request.reader.user, form=name, today=request.reader.today)
    known = {"version": found.version, "words": found.text or ""}
    return forms.AnswerForm(request.POST or None, initial=known | draft)


def save_answer_draft(request: PersonRequest, analysis: Analysis, number: int) -> None:
    content = {name: str(request.POST[name])[:LONGEST] for name in DRAFTED if request.POST.get(name)}
    name = actions.draft_of(analysis, number)
    save_draft(owner=request.reader.user, form=name, content=content, now=timezone.now())
