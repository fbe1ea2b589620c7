"""A deviation's page and the steps of its handling as shown."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from varvet.kernel.access.checks import check
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.ui.answers import refused
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.record_parts import events_of, list_related
from varvet.registers.deviations import actions, forms, queries, rules
from varvet.registers.deviations.models import Deviation, progress_of
from varvet.registers.deviations.views.shown_steps import reached, step_of, steps

HAPPENED = {
    "received": "Avvikelsen rapporterades.",
    "imported": "Avvikelsen lästes in från tidigare register.",
    "tallied": "Händelserna registrerades samlat.",
    "assessed": "Avvikelsen bedömdes.",
    "closed": "Avvikelsen avslutades.",
    "reopened": "Avvikelsen öppnades igen.",
    "referral_accepted": "Ett annat register tog emot frågan.",
    "referral_refused": "Ett annat register avböjde frågan, med skäl.",
}


@dataclass(frozen=True)
class Left:
    """Something to do before closing, and where."""

    label: str
    href: str


@dataclass(frozen=True)
class Clock:
    """Working days left of how many, and the day it is due."""

    left: int
    total: int
    day: date


def record_page(reader: Reader, deviation: Deviation) -> dict[str, object]:
    allowed = {
        str(event)
        for event in rules.Event
        if rules.may(event, deviation.status) and reader.can(actions.PERMISSIONS[event], deviation.unit_id)
    }
    items = missing(deviation)
    address = deviation.reference
    return {
        "deviation": deviation,
        "steps": steps(deviation, reader.today),
        "step": reached(deviation),
        "status_label": rules.STATUS_LABELS[deviation.status],
        "nature_label": rules.NATURE_LABELS.get(deviation.nature, ""),
        "words": queries.read_narratives(reader, deviation),
        "mentions": list(deviation.mentions.select_related("category").order_by("-primary", "category__order")),
        "origins": list_related(reader, deviation),
        "referrals": queries.list_referrals(deviation),
        "events": events_of(deviation, HAPPENED),
        "missing": [Left(i.sentence, reverse(f"deviations:{i.place}", args=[address])) for i in items if not i.done],
        "done": [item.sentence for item in items if item.done],
        "allowed": allowed,
        "clock": clock(deviation, reader.today),
        "handles": reader.can("deviations.view", deviation.unit_id),
    }


def missing(deviation: Deviation) -> list[rules.Missing]:
    return rules.before_closing(progress_of(deviation, told=deviation.told_on is not None))


def clock(deviation: Deviation, today: date) -> Clock | None:
    """Time left to assess; none when it is assessed or beside the way."""
    if deviation.status not in {rules.Status.RECEIVED, rules.Status.REOPENED}:
        return None
    day, start = queries.assess_by(deviation), day_of(deviation.received_at)
    return Clock(working_days_between(today, day), max(1, working_days_between(start, day)), day)


def step(reader: Reader, deviation: Deviation, form: VersionedForm) -> dict[str, object]:
    """A step's page: the record as it is now beside the form."""
    current = queries.visible_to(reader).get(pk=deviation.pk)
    return {
        "deviation": current,
        "form": form,
        "words": queries.read_narratives(reader, current),
        "status_label": rules.STATUS_LABELS[current.status],
        "step": step_of(current.status),
        "step_name": form.step_name,
    }


def step_page(request: PersonRequest, template: str, deviation: Deviation, form: VersionedForm) -> HttpResponse:
    return render(request, template, step(request.reader, deviation, form), status=refused(form))


def ready(request: PersonRequest, deviation: Deviation, event: rules.Event) -> Deviation:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check(request.reader.user, actions.PERMISSIONS[event], deviation.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_transition(event, deviation.status)
    return deviation


def assess_form(request: PersonRequest, deviation: Deviation) -> forms.AssessForm:
    versions = queries.category_list_on(deviation.root, request.reader.today)
    initial = {"version": deviation.version, "nature": deviation.nature or rules.Nature.DEVIATION}
    return forms.AssessForm(request.POST or None, reader=request.reader, versions=versions, initial=initial)
