"""What the pages show: values made ready for the templates, and nothing they need not know."""

import time
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.checks import check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.drafts import get_draft, save_draft
from varvet.kernel.records.paging import Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.lists import count_text, paging_of, status_asked, tabs_of, unit_asked
from varvet.kernel.ui.record_parts import Step, events_of, list_related, steps_of
from varvet.registers.deviations import forms, queries, rules
from varvet.registers.deviations.actions.report import DRAFT
from varvet.registers.deviations.models import Deviation

DRAFTED = ("what", "when", "day", "unit", "affected", "done", "worry")
PERMISSIONS = {
    rules.Event.ASSESS: "deviations.assess",
    rules.Event.CLOSE: "deviations.close",
    rules.Event.REOPEN: "deviations.reopen",
}
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


TABS = (
    ("open", "Öppna"),
    (rules.Status.RECEIVED, "Ska bedömas"),
    (rules.Status.ASSESSED, "Bedömda"),
    (rules.Status.CLOSED, "Avslutade"),
    ("", "Alla"),
)


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values only."""

    reference: str
    unit: str
    about: str
    status: str
    status_label: str
    step: int
    received: date


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


def step_of(status: str) -> int:
    """1-6 for the steps of the way, 0 beside it; a reopened deviation is back at the first."""
    if status == rules.Status.REOPENED:
        return 1
    return record_parts.step_of(status, rules.STEPS)


def row(deviation: Deviation) -> Row:
    named = [m.category.label_sv for m in deviation.mentions.all() if m.primary]
    return Row(
        reference=deviation.reference,
        unit=deviation.unit.name,
        about=named[0] if named else "Inte bedömd än",
        status=deviation.status,
        status_label=rules.STATUS_LABELS[deviation.status],
        step=step_of(deviation.status),
        received=day_of(deviation.received_at),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    nature = query.get("slag", "")
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        nature=nature if nature in rules.NATURE_LABELS else "",
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Deviation]) -> dict[str, object]:
    chosen: dict[str, str | int] = {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "slag": filters.nature,
    }
    says = f"{len(page.rows)} av {count_text(page.total)}"
    return {
        "rows": [row(deviation) for deviation in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "filters": filters,
        "tabs": tabs_of(TABS, chosen, filters.status),
        "units": reader.list_units("deviations.view"),
        "natures": rules.NATURE_LABELS,
        "may_tally": reader.has("deviations.tally"),
    }


def record_page(reader: Reader, deviation: Deviation) -> dict[str, object]:
    allowed = {
        str(event)
        for event in rules.Event
        if rules.may(event, deviation.status) and reader.can(PERMISSIONS[event], deviation.unit_id)
    }
    items = missing(deviation)
    address = deviation.reference
    return {
        "deviation": deviation,
        "steps": steps(deviation, reader.today),
        "step": _reached(deviation),
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


def _reached(deviation: Deviation) -> int:
    """The step to draw as the current one: past the last when it is closed, so that all are done."""
    step = step_of(deviation.status)
    return step + 1 if deviation.is_closed else step


def missing(deviation: Deviation) -> list[rules.Missing]:
    return rules.before_closing(
        assessed=deviation.assessed_on is not None,
        categorised=deviation.mentions.exists(),
        told_reporter=deviation.is_closed,
    )


def steps(deviation: Deviation, today: date) -> list[Step]:
    now = step_of(deviation.status)
    first, assessed = day_of(deviation.received_at), deviation.assessed_on
    days = [first, assessed, None, deviation.investigated_on, None, deviation.closed_on]
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=now, today=today)


def clock(deviation: Deviation, today: date) -> Clock | None:
    """Time left to assess; none when it is assessed or beside the way."""
    if deviation.status not in {rules.Status.RECEIVED, rules.Status.REOPENED}:
        return None
    day, start = queries.assess_by(deviation), day_of(deviation.received_at)
    return Clock(working_days_between(today, day), max(1, working_days_between(start, day)), day)


def receipt(deviation: Deviation, today: date) -> dict[str, object]:
    return {"deviation": deviation, "due": queries.assess_by(deviation), "steps": steps(deviation, today)}


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


def ready(request: PersonRequest, deviation: Deviation, event: rules.Event) -> Deviation:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check(request.reader.user, PERMISSIONS[event], deviation.unit, today=request.reader.today)
    if request.method != "POST":
        rules.check_transition(event, deviation.status)
    return deviation


def require_view(reader: Reader) -> None:
    if not reader.has("deviations.view"):
        raise NotAllowed("Listan läses av dem som handlägger. Dina egna rapporter finns under Mina rapporter.")


def assess_form(request: PersonRequest, deviation: Deviation) -> forms.AssessForm:
    versions = queries.category_list_on(deviation.root, request.reader.today)
    initial = {"version": deviation.version, "nature": deviation.nature or rules.Nature.DEVIATION}
    return forms.AssessForm(request.POST or None, reader=request.reader, versions=versions, initial=initial)


def report_start(request: PersonRequest, units: list[Unit]) -> dict[str, object]:
    """A fresh form: a one-time key, the person's own unit, and the draft if there is one."""
    start = fresh(request, units) | {"opened": int(time.time()), "when": rules.When.TODAY}
    return start | get_draft(owner=request.reader.user, form=DRAFT, today=request.reader.today)


def save_report_draft(reader: Reader, posted: QueryDict) -> None:
    content = {name: str(posted[name])[:20_000] for name in DRAFTED if posted.get(name)}
    save_draft(owner=reader.user, form=DRAFT, content=content, now=timezone.now())


def report_units(reader: Reader) -> list[Unit]:
    """Where the person may report. NotAllowed when nowhere."""
    units = reader.list_units("deviations.report")
    if not units:
        raise NotAllowed("Din roll rapporterar inte avvikelser. Be din chef om en roll i din enhet.")
    return units


def tally_units(reader: Reader) -> list[Unit]:
    """Where the person may make a tally entry. NotAllowed when nowhere."""
    units = reader.list_units("deviations.tally")
    if not units:
        raise NotAllowed("Samlad registrering görs av enhetschef eller kvalitetssamordnare.")
    return units


def tally_form(request: PersonRequest, units: list[Unit]) -> forms.TallyForm:
    root = request.reader.root
    versions = queries.category_list_on(root, request.reader.today) if root else None
    return forms.TallyForm(request.POST or None, units=units, versions=versions, initial={"key": key_of(request)})
