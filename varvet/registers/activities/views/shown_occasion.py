"""An occasion's page, and the pages of its steps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.kernel.ui.record_parts import Step, events_of, steps_of
from varvet.kernel.ui.sentences import said
from varvet.registers.activities import actions, forms, queries, rules
from varvet.registers.activities.models import Activity, Occasion
from varvet.registers.activities.rules import Event, Makes, Status
from varvet.registers.activities.views.shown_asks import ASKS, HAPPENED
from varvet.registers.activities.views.shown_wheel import state_of

Make = Callable[[PersonRequest, Occasion], VersionedForm]
ADDRESSES = {
    Event.DONE: "activities:mark_done",
    Event.NOT_DONE: "activities:mark_not_done",
    Event.MOVE: "activities:move",
    Event.CANCEL: "activities:cancel",
    Event.ASSIGN: "activities:assign",
    Event.REOPEN: "activities:reopen",
}
# Where it is done, by what it leads to. A place that is not installed, or not the reader's, is left out.
PLACES = {
    Makes.SELF_CHECK: ("self_checks:list", "self_checks.view"),
    Makes.REPORT: ("annual_report:list", "annual_report.read"),
    Makes.COMPILATION: ("compilations:list", "compilations.read"),
    Makes.RISK: ("risks:list", "risks.view"),
    Makes.IMPROVEMENT: ("improvements:list", "improvements.view"),
}


@dataclass(frozen=True)
class Due:
    """Days left of how many, and the day."""

    left: int
    total: int
    day: date


@dataclass(frozen=True)
class Way:
    label: str
    href: str


def record_page(reader: Reader, occasion: Occasion) -> dict[str, object]:
    able = queries.can_handle(reader, occasion)
    ways = {event: _way(event, occasion) for event in Event if able and _may(event, occasion)}
    return {
        "occasion": occasion,
        "state": state_of(occasion, reader.today),
        "status_label": said(rules.STATUS_LABELS[occasion.status]),
        "step": _reached(occasion),
        "steps": _steps(occasion, reader.today),
        "clock": _due(occasion, reader.today),
        "sort_label": said(rules.SORT_LABELS[occasion.sort]),
        "makes_label": said(rules.MAKES_LABELS[occasion.makes]),
        "repeat_label": said(rules.REPEAT_LABELS[occasion.repeat]),
        "responsible": responsible_of(occasion, occasion.activity),
        "place": place_of(reader, occasion.makes),
        "made": _made(reader, occasion),
        "words": queries.read_narratives(reader, occasion),
        "events": events_of(occasion, HAPPENED),
        "first": ways.get(Event.DONE),
        "others": [way for event, way in ways.items() if event is not Event.DONE],
    }


def _may(event: Event, occasion: Occasion) -> bool:
    """What was withdrawn is not opened again."""
    return rules.may(event, occasion.status) and not (event is Event.REOPEN and occasion.withdrawn)


def _reached(occasion: Occasion) -> int:
    """Past the last step when it is done, 0 beside the way."""
    return {Status.PLANNED: 1, Status.DONE: len(rules.STEPS) + 1}.get(Status(occasion.status), 0)


def _steps(occasion: Occasion, today: date) -> list[Step]:
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, [occasion.due_on, occasion.done_on], reached=_reached(occasion), today=today)


def _due(occasion: Occasion, today: date) -> Due | None:
    if occasion.status != Status.PLANNED:
        return None
    total = max(1, (occasion.due_on - occasion.starts_on).days)
    left = (occasion.due_on - today).days
    return Due(left, max(total, left), occasion.due_on)


def _way(event: Event, occasion: Occasion) -> Way:
    return Way(said(ASKS[event].link), reverse(ADDRESSES[event], args=[occasion.reference]))


def responsible_of(held: Occasion | Activity, activity: Activity) -> str:
    if held.responsible:
        return held.responsible.name
    role = activity.responsible_role
    return said(get_role(role).label) if role else _("Närmast enheten")


def place_of(reader: Reader, makes: str) -> Way | None:
    """Where it is done, if there is such a place and the reader may go there."""
    name, permission = PLACES.get(Makes(makes), ("", ""))
    if not name or not reader.has(permission):
        return None
    try:
        return Way(said(rules.MAKES_LABELS[makes]), reverse(name))
    except NoReverseMatch:
        return None


def _made(reader: Reader, occasion: Occasion) -> Way | None:
    """What it led to: a link where the reader may open it, else its number alone."""
    if occasion.made is None:
        return None
    page = get_register(occasion.made.kind).page
    href = reverse(page, args=[occasion.made.reference]) if is_visible(reader, occasion.made) else ""
    return Way(occasion.made.reference, href)


def done_form(request: PersonRequest, occasion: Occasion) -> forms.DoneForm:
    start = {"version": occasion.version, "done_on": request.reader.today.isoformat()}
    return forms.DoneForm(request.POST or None, initial=start)


def plain(form: type[VersionedForm]) -> Make:
    return lambda request, occasion: form(request.POST or None, initial={"version": occasion.version})


def move_form(request: PersonRequest, occasion: Occasion) -> forms.MoveForm:
    start = {"version": occasion.version, "to": occasion.due_on.isoformat()}
    return forms.MoveForm(request.POST or None, initial=start)


def assign_form(request: PersonRequest, occasion: Occasion) -> forms.AssignForm:
    start = {"version": occasion.version, "responsible": occasion.responsible_id}
    able = queries.list_able(occasion.unit, request.reader.today)
    return forms.AssignForm(request.POST or None, able=able, initial=start)


def ready(request: PersonRequest, occasion: Occasion, event: Event) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    actions.check_may(occasion, by=request.reader.user, today=request.reader.today)
    if request.method != "POST":
        rules.check_now(event, occasion.status)


def step_page(request: PersonRequest, occasion: Occasion, form: VersionedForm, event: Event) -> HttpResponse:
    current = queries.visible_to(request.reader).get(pk=occasion.pk)
    context = {"form": form, "says": ASKS[event], "occasion": current, "step_name": form.step_name}
    context["meanwhile"] = meanwhile(form, current, HAPPENED)
    return render(request, "activities/step.html", context, status=refused(form))
