"""What the pages show: values made ready for the templates, and nothing they need not know."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Page
from varvet.kernel.records.registry import get_register
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.lists import address, count_text, paging_of, status_asked, tabs_of, unit_asked, word_asked
from varvet.kernel.ui.record_parts import Step, events_of, list_related, steps_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.registers.improvements import actions, forms, queries, rules
from varvet.registers.improvements.models import KIND, Improvement

HAPPENED = {
    "decided": marked("Åtgärden beslutades."),
    "imported": marked("Åtgärden lästes in från tidigare uppföljning."),
    "started": marked("Åtgärden påbörjades."),
    "carried_out": marked("Åtgärden genomfördes."),
    "effect_judged": marked("Effekten bedömdes."),
    "given_up": marked("Åtgärden avbröts."),
    "carried_over": marked("Åtgärden flyttades till ett senare år."),
    "reassigned": marked("Åtgärden fick en ny ansvarig."),
    "public_written": marked("En text för allmänheten skrevs."),
    "published": marked("Texten för allmänheten publicerades."),
    "withdrawn": marked("Texten för allmänheten togs ned."),
}
TABS = (("open", marked("Pågående")), (rules.Status.DONE, marked("Klara")), ("", marked("Alla")))


@dataclass(frozen=True)
class Asks:
    """What a step's page says: the heading, the button, and the link that leads there."""

    heading: str
    button: str
    link: str


ASKS = {
    rules.Event.START: Asks(marked("Påbörja åtgärden"), marked("Påbörja"), marked("Påbörja")),
    rules.Event.CARRY_OUT: Asks(marked("Är åtgärden genomförd?"), marked("Spara"), marked("Markera som genomförd")),
    rules.Event.JUDGE: Asks(marked("Vilken effekt fick den?"), marked("Spara bedömningen"), marked("Bedöm effekten")),
    rules.Event.GIVE_UP: Asks(marked("Avbryt åtgärden"), marked("Avbryt åtgärden"), marked("Avbryt, genomförs inte")),
    rules.Event.CARRY_OVER: Asks(
        marked("Flytta åtgärden till ett senare år"), marked("Flytta"), marked("Flytta till ett senare år")
    ),
}


@dataclass(frozen=True)
class Row:
    """A line of the list: what is to be done, never about whom."""

    reference: str
    what: str
    unit: str
    areas: str
    status: str
    status_label: str
    step: int
    due: date | None


@dataclass(frozen=True)
class Way:
    """Words and where they lead; an empty address where the reader may not go."""

    label: str
    href: str


def way_of(status: str) -> int:
    """As `step_of`, but past the last step when all of the way is behind."""
    step = step_of(status)
    return step + 1 if step == len(rules.STEPS) else step


def step_of(status: str) -> int:
    """1-3 for the steps of the way, 0 beside it."""
    return record_parts.step_of(status, rules.STEPS)


def row(improvement: Improvement) -> Row:
    return Row(
        reference=improvement.reference,
        what=improvement.what,
        unit=improvement.unit.name,
        areas=", ".join(area.quality_area for area in improvement.areas.all()),
        status=improvement.status,
        status_label=rules.STATUS_LABELS[improvement.status],
        step=step_of(improvement.status),
        due=improvement.due_on,
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        quality_area=word_asked(query, "omrade"),
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Improvement]) -> dict[str, object]:
    chosen = {"enhet": filters.unit or "", "omrade": filters.quality_area}
    here = {**chosen, "lage": filters.status or "alla"}
    return {
        "list": [row(improvement) for improvement in page.rows],
        "filters": filters,
        "tabs": with_saved(tabs_of(TABS, chosen, filters.status), reader, KIND, address(here)),
        "save_href": save_href(KIND, address(here)),
        "units": reader.list_units("improvements.view"),
        "areas": forms.quality_areas(reader),
        "total": count_text(page.total),
        "paging": paging_of(page, _("{number} åtgärder").format(number=count_text(page.total)), here),
        "may_decide": reader.has("improvements.edit"),
    }


def record_page(reader: Reader, improvement: Improvement) -> dict[str, object]:
    may_edit = reader.can("improvements.edit", improvement.unit_id)
    may_publish = reader.can(actions.PUBLISH, improvement.unit_id)
    possible = [e for e in rules.Event if rules.may(e, improvement.status, improvement.effect)]
    return {
        "improvement": improvement,
        "status_label": rules.STATUS_LABELS[improvement.status],
        "effect_label": rules.EFFECT_LABELS.get(improvement.effect, ""),
        "areas": list(improvement.areas.all()),
        "step": way_of(improvement.status),
        "steps": steps(improvement, reader.today),
        "words": queries.read_narratives(reader, improvement),
        "ties": list_related(reader, improvement),
        "events": events_of(improvement, HAPPENED),
        "links": links(improvement, possible) if may_edit else [],
        "tells": may_publish and rules.can_be_told(improvement.status, actions.origins_of(improvement)),
    }


def links(improvement: Improvement, possible: list[rules.Event]) -> list[Way]:
    """The steps that can be taken now, with their addresses."""
    return [Way(ASKS[e].link, reverse(f"improvements:{e}", args=[improvement.reference])) for e in possible]


def steps(improvement: Improvement, today: date) -> list[Step]:
    days = (improvement.decided_on, improvement.started_on, improvement.carried_out_on)
    labels = [rules.STATUS_LABELS[status] for status in rules.STEPS]
    return steps_of(labels, days, reached=len(days), today=today)


def step(reader: Reader, improvement: Improvement, form: VersionedForm, event: rules.Event) -> dict[str, object]:
    """A step's page: the record as it is now beside the form."""
    current = queries.visible_to(reader).get(pk=improvement.pk)
    return {"improvement": current, "form": form, "asks": ASKS[event], "submit_label": ASKS[event].button}


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
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    initial = {"key": key_of(request), "decided_on": reader.today, "unit": follows.unit_id if follows else own}
    owners = queries.list_owners(reader)
    form = forms.DecideForm(request.POST or None, reader=reader, units=units, owners=owners, initial=initial)
    return form, follows


def part_asked(request: PersonRequest) -> str:
    """What of the record it answers, as the page that led here said."""
    return word_asked(request.GET, "del")


def after_deciding(record: Record, content: actions.Decision) -> str:
    """Back to the record one came from, when the improvement answers a part of it; else the improvement's page."""
    if content.follows and content.part:
        return reverse(get_register(content.follows.kind).page, args=[content.follows.reference])
    return reverse("improvements:page", args=[record.reference])


def today_and_version(reader: Reader, improvement: Improvement) -> dict[str, object]:
    return {"carried_out_on": reader.today, "version": improvement.version}


def next_year(improvement: Improvement) -> dict[str, object]:
    return {"year": actions.year_of(improvement) + 1, "version": improvement.version}
