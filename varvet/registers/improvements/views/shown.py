"""The steps' pages: the improvement as it is now beside the form, and what others did while it was open."""

from django.urls import reverse

from varvet.kernel.access.checks import check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.lists import own_address, word_asked
from varvet.kernel.ui.meanwhile import meanwhile
from varvet.registers.improvements import actions, forms, queries, rules
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.views.shown_asks import ASKS, HAPPENED


def step(reader: Reader, improvement: Improvement, form: VersionedForm, event: rules.Event) -> dict[str, object]:
    """A step's page: the record as it is now beside the form."""
    current = queries.visible_to(reader).get(pk=improvement.pk)
    return {
        "improvement": current,
        "form": form,
        "asks": ASKS[event],
        "submit_label": ASKS[event].button,
        "meanwhile": meanwhile(form, current, HAPPENED),
    }


def ready(request: PersonRequest, improvement: Improvement, event: rules.Event) -> Improvement:
    """Before showing a step's form: may the person, and may it happen. Sent forms are judged by the action."""
    if request.method != "POST":
        check(request.reader.user, "improvements.edit", improvement.unit, today=request.reader.today)
        rules.check_event(event, improvement.status, improvement.effect)
    return improvement


def require_view(reader: Reader) -> None:
    if not reader.has("improvements.view"):
        raise NotAllowed("Listan läses av dem som handlägger åtgärder.")


def decide_form(request: PersonRequest) -> tuple[forms.DecideForm, Record | None]:
    """The form, and the record the improvement is to follow from. NotAllowed where the person decides nowhere."""
    reader = request.reader
    units = reader.list_units("improvements.edit")
    if not units:
        raise NotAllowed("Åtgärder beslutas av chef eller kvalitetssamordnare.")
    follows = queries.find_origin(reader, word_asked(request.GET, "fran"))
    initial = {**_began(reader, follows), **_page_asked(request), "key": key_of(request)}
    people = {"owners": queries.list_owners(reader), "judges": queries.list_judges(reader)}
    form = forms.DecideForm(request.POST or None, reader=reader, units=units, initial=initial, **people)
    return form, follows


def _began(reader: Reader, follows: Record | None) -> dict[str, object]:
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    return {"decided_on": reader.today, "unit": follows.unit_id if follows else own}


def _page_asked(request: PersonRequest) -> dict[str, object]:
    """The page of this installation that the improvement begins from, where it is no record."""
    address = request.GET.get("sida", "")
    if not address or own_address(request, address) != address:
        return {}
    words = request.GET.get("om", "")[: rules.LONGEST_ORIGIN].replace("\0", "")
    return {"origin_address": address[: rules.LONGEST_ADDRESS].replace("\0", ""), "origin_words": words}


def part_asked(request: PersonRequest) -> str:
    """What of the record it answers, as the page that led here said."""
    return word_asked(request.GET, "del")


def after_deciding(record: Record, content: actions.Decision) -> str:
    """Back to the record one came from, when the improvement answers a part of it; else the improvement's page."""
    if content.follows and content.part:
        return reverse(get_register(content.follows.kind).page, args=[content.follows.reference])
    return reverse("improvements:page", args=[record.reference])


def next_year(improvement: Improvement) -> dict[str, object]:
    return {"year": actions.year_of(improvement) + 1, "version": improvement.version}


def carry_out_form(request: PersonRequest, improvement: Improvement) -> forms.CarryOutForm:
    planned = queries.plan_of(improvement) is not None
    initial = {"carried_out_on": request.reader.today, "version": improvement.version}
    return forms.CarryOutForm(request.POST or None, planned=planned, initial=initial)


def give_up_form(request: PersonRequest, improvement: Improvement) -> forms.GiveUpForm:
    risks = queries.list_risks(request.reader)
    return forms.GiveUpForm(request.POST or None, risks=risks, initial={"version": improvement.version})


def risk_chosen(request: PersonRequest, form: VersionedForm) -> Record | None:
    return queries.find_origin(request.reader, form.cleaned_data.get("risk") or "")


def effect_form(request: PersonRequest, improvement: Improvement) -> forms.EffectForm:
    people = forms.Sides(queries.list_owners(request.reader), queries.list_judges(request.reader))
    initial = {"version": improvement.version, "next_owner": improvement.owner_id}
    risks = queries.list_risks(request.reader)
    return forms.EffectForm(request.POST or None, people=people, risks=risks, initial=initial)


def edit_form(request: PersonRequest, improvement: Improvement) -> forms.EditForm:
    """Begins with what is saved now, so that what others changed meanwhile can be told."""
    owners, now = queries.list_owners(request.reader), _content_now(improvement)
    return forms.EditForm(request.POST or None, reader=request.reader, owners=owners, initial=now)


def _content_now(improvement: Improvement) -> dict[str, object]:
    areas = [area.quality_area for area in improvement.areas.all()]
    return {
        "version": improvement.version,
        "what": improvement.what,
        "cause": improvement.cause,
        "area": areas[0] if areas else "",
        "more_areas": areas[1:],
        "owner": improvement.owner_id,
        "due_on": improvement.due_on,
    }


def plan_form(request: PersonRequest, improvement: Improvement) -> forms.PlanForm:
    judges = queries.list_judges(request.reader)
    return forms.PlanForm(request.POST or None, judges=judges, initial=_plan_now(improvement))


def _plan_now(improvement: Improvement) -> dict[str, object]:
    plan = queries.plan_of(improvement)
    if plan is None:
        return {"version": improvement.version}
    return {
        "version": improvement.version,
        "how": plan.how,
        "indicator": plan.indicator,
        "target": plan.target,
        "measure": plan.measure,
        "effect_on": plan.due_on,
        "judge": plan.judge_id,
        "with_owner": plan.with_owner,
    }


def steps_form(request: PersonRequest, improvement: Improvement) -> forms.StepsForm:
    people = queries.list_owners(request.reader)
    initial = {"version": improvement.version}
    return forms.StepsForm(request.POST or None, steps=list(improvement.steps.all()), people=people, initial=initial)


def spread_form(request: PersonRequest, improvement: Improvement) -> forms.SpreadForm:
    """The units where the person decides, that do not have it yet."""
    taken = {improvement.unit_id, *(copy.record.unit_id for copy in queries.list_copies(request.reader, improvement))}
    units = [unit for unit in request.reader.list_units("improvements.edit") if unit.pk not in taken]
    return forms.SpreadForm(request.POST or None, units=units, initial={"version": improvement.version})
