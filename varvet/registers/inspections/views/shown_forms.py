"""The forms as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from typing import TypeVar

from django.shortcuts import get_object_or_404

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.registers.inspections import actions, forms, queries
from varvet.registers.inspections.forms import Offers
from varvet.registers.inspections.models import Important, Inspection, Point
from varvet.registers.inspections.rules import FROM_OUTSIDE, Sort

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, Inspection], VersionedForm]
SAME = ("subject", "provider", "contract", "basis", "diary", "version")
DAYS = ("period_first", "period_last", "due_on")


def require_list(reader: Reader) -> None:
    """The list is for those who work with inspections, and for the board, which meets what is decided."""
    reader.require(actions.VIEW_DECIDED if reader.has(actions.VIEW_DECIDED) else actions.VIEW)


def plain(form: type[F]) -> Make:
    """A form that begins with nothing."""
    return lambda request, inspection: form(request.POST or None, initial=_version(inspection))


def _version(inspection: Inspection) -> dict[str, object]:
    return {"version": inspection.version}


def take_in(request: PersonRequest) -> forms.TakeInForm:
    offers = _offers(request.reader)
    start = fresh(request, offers.units) | {"received_on": request.reader.today.isoformat()}
    return forms.TakeInForm(request.POST or None, offers=offers, initial=start)


def announce(request: PersonRequest) -> forms.AnnounceForm:
    offers = _offers(request.reader)
    return forms.AnnounceForm(request.POST or None, offers=offers, initial=fresh(request, offers.units))


def _offers(reader: Reader) -> Offers:
    reader.require(actions.REGISTER)
    return Offers(reader.list_units(actions.REGISTER), queries.list_all_units(reader), *_both(reader))


def _both(reader: Reader) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    return queries.list_by(reader, Sort.EXTERNAL), queries.list_by(reader, Sort.INTERNAL)


def describe(request: PersonRequest, inspection: Inspection) -> forms.DescribeForm:
    begun, sort = inspection.received_on is not None, Sort(inspection.sort)
    offers, start = _offers_for(request.reader, inspection), _described(inspection)
    return forms.DescribeForm(request.POST or None, offers=offers, sort=sort, begun=begun, initial=start)


def _offers_for(reader: Reader, inspection: Inspection) -> Offers:
    """Whoever is responsible may keep the unit it is in, even without handling it. The sort says which list it is."""
    units = [*reader.list_units(actions.EDIT), inspection.unit]
    outside, inside = _both(reader)
    if inspection.sort in FROM_OUTSIDE:
        return Offers(units, queries.list_all_units(reader), outside=outside)
    return Offers(units, queries.list_all_units(reader), inside=inside)


def _described(inspection: Inspection) -> dict[str, object]:
    days = {name: day.isoformat() if (day := getattr(inspection, name)) else "" for name in DAYS}
    also = [other.unit_id for other in inspection.also.all()]
    chosen = {"by": inspection.by.code, "unit": inspection.unit_id, "also": also}
    return {name: getattr(inspection, name) for name in SAME} | days | chosen


def receive(request: PersonRequest, inspection: Inspection) -> forms.ReceiveForm:
    day = min(inspection.day, request.reader.today).isoformat()
    return forms.ReceiveForm(request.POST or None, initial=_version(inspection) | {"received_on": day})


def answer(request: PersonRequest, inspection: Inspection) -> forms.AnswerForm:
    start = _version(inspection) | {"words": queries.read_answer(request.reader, inspection)}
    return forms.AnswerForm(request.POST or None, initial=start)


def send(request: PersonRequest, inspection: Inspection) -> forms.SendForm:
    start = _version(inspection) | {"sent_on": request.reader.today.isoformat()}
    return forms.SendForm(request.POST or None, initial=start)


def decide(request: PersonRequest, inspection: Inspection) -> forms.DecideForm:
    start = _version(inspection) | {"decided_on": request.reader.today.isoformat(), "diary": inspection.diary}
    return forms.DecideForm(request.POST or None, initial=start)


def follow(request: PersonRequest, inspection: Inspection) -> forms.FollowForm:
    day = inspection.follow_on.isoformat() if inspection.follow_on else ""
    return forms.FollowForm(request.POST or None, initial=_version(inspection) | {"follow_on": day})


def settle(request: PersonRequest, inspection: Inspection, number: int) -> forms.SettleForm:
    """Begins with what the unit that was sent, or is in the address, has said; or with nothing."""
    point = get_object_or_404(Point.objects.filter(inspection=inspection), number=number)
    units = [inspection.unit, *(other.unit for other in inspection.also.all())]
    asked = request.POST.get("unit") or request.GET.get("enhet", "")
    chosen = next((unit for unit in units if str(unit.pk) == asked), inspection.unit)
    said = Important.objects.filter(point=point, unit=chosen).first()
    start = {"unit": chosen.pk, "important": said.line if said else "", "no_action": point.no_action}
    return forms.SettleForm(request.POST or None, units=units, initial=_version(inspection) | start)


def assign(request: PersonRequest, inspection: Inspection) -> forms.AssignForm:
    people = queries.list_able(inspection, request.reader.today)
    start = _version(inspection) | {"responsible": inspection.responsible_id}
    return forms.AssignForm(request.POST or None, people=people, initial=start)
