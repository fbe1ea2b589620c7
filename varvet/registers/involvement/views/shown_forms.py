"""The forms as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from typing import TypeVar

from django.utils import timezone

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.wording import LONGEST
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.registers.involvement import actions, forms, queries
from varvet.registers.involvement.forms import Offers
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Status

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, Activity], VersionedForm]
DRAFTED = ("sort", "whom", "unit", "method", "day", "took_part", "invited", "heard")


def plain(form: type[F]) -> Make:
    """A form that begins with nothing."""
    return lambda request, activity: form(request.POST or None, initial=_version(activity))


def _version(activity: Activity) -> dict[str, object]:
    return {"version": activity.version}


def record(request: PersonRequest) -> forms.RecordForm:
    """A fresh form, or the draft where there is one."""
    offers = _offers(request.reader)
    start = fresh(request, offers.units) | {"day": request.reader.today.isoformat()}
    start |= get_draft(owner=request.reader.user, form=actions.DRAFT, today=request.reader.today)
    return forms.RecordForm(request.POST or None, offers=offers, initial=start)


def plan(request: PersonRequest) -> forms.PlanForm:
    offers = _offers(request.reader)
    return forms.PlanForm(request.POST or None, offers=offers, initial=fresh(request, offers.units))


def save_record_draft(request: PersonRequest) -> None:
    request.reader.require(actions.REPORT)
    content = {name: str(request.POST[name])[:LONGEST] for name in DRAFTED if request.POST.get(name)}
    save_draft(owner=request.reader.user, form=actions.DRAFT, content=content, now=timezone.now())


def _offers(reader: Reader) -> Offers:
    reader.require(actions.REPORT)
    return Offers(reader.list_units(actions.REPORT), queries.list_all_units(reader), queries.list_themes(reader))


def describe(request: PersonRequest, activity: Activity) -> forms.DescribeForm:
    known = {name: getattr(activity, name) for name in ("sort", "whom", "method", "version")}
    also = [other.unit_id for other in activity.also.all()]
    start = known | {"unit": activity.unit_id, "also": also, "day": activity.day.isoformat()}
    ahead = activity.status == Status.PLANNED
    return forms.DescribeForm(request.POST or None, offers=_offers(request.reader), ahead=ahead, initial=start)


def hold(request: PersonRequest, activity: Activity) -> forms.HoldForm:
    day = min(activity.day, request.reader.today).isoformat()
    themes = queries.list_themes(request.reader)
    return forms.HoldForm(request.POST or None, themes=themes, initial=_version(activity) | {"day": day})


def write(request: PersonRequest, activity: Activity) -> forms.WriteForm:
    start = _version(activity) | {
        "took_part": activity.took_part,
        "invited": activity.invited,
        "themes": [theme.category.code for theme in activity.themes.all()],
    }
    themes, written = queries.list_themes(request.reader), activity.written_on is not None
    return forms.WriteForm(request.POST or None, themes=themes, written=written, initial=start)


def decide(request: PersonRequest, activity: Activity) -> forms.DecideForm:
    start = _version(activity) | {"result": activity.result, "result_line": activity.result_line}
    return forms.DecideForm(request.POST or None, initial=start)


def tell(request: PersonRequest, activity: Activity) -> forms.TellForm:
    told_on = activity.told_on or request.reader.today
    start = _version(activity) | {"how": activity.told_how, "told_on": told_on.isoformat()}
    return forms.TellForm(request.POST or None, initial=start)


def assign(request: PersonRequest, activity: Activity) -> forms.AssignForm:
    people = queries.list_able(activity, request.reader.today)
    start = _version(activity) | {"responsible": activity.responsible_id}
    return forms.AssignForm(request.POST or None, people=people, initial=start)
