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
from varvet.kernel.records.paging import Page
from varvet.kernel.ui import record_parts
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.keyed import key_of
from varvet.kernel.ui.lists import (
    address,
    code_asked,
    count_text,
    paging_of,
    status_asked,
    tabs_of,
    unit_asked,
    word_asked,
)
from varvet.kernel.ui.record_parts import events_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said, sentence_of
from varvet.registers.self_checks import forms, queries, rules
from varvet.registers.self_checks.models import KIND, Round, Split
from varvet.registers.self_checks.queries.measured import measured_in
from varvet.registers.self_checks.queries.planning import row_of
from varvet.registers.self_checks.rules.readiness import OF_PEOPLE, is_small
from varvet.registers.self_checks.views import (
    shown_lists_part,
    shown_payments,
    shown_result,
    shown_reviews,
    shown_sampling,
)

HAPPENED = {
    "planned": marked("Egenkontrollen planerades."),
    "imported": marked("Egenkontrollen lästes in från tidigare uppföljning."),
    "started": marked("Egenkontrollen påbörjades."),
    "performed": marked("Resultatet registrerades."),
    "not_done": marked("Egenkontrollen ställdes in."),
    "review_set_up": marked("Granskningens upplägg bestämdes."),
    "cases_added": marked("Ärenden lades till."),
    "question_added": marked("En egen fråga lades till."),
    "question_removed": marked("En egen fråga togs bort."),
    "lesson_added": marked("En lärdom skrevs."),
    "replanned": marked("Planen ändrades, och egenkontrollen med den."),
    "supplemented": marked("Resultatet delades upp efter kön."),
    "reassigned": marked("Egenkontrollen fick en annan ansvarig."),
    **shown_lists_part.HAPPENED,
    **shown_payments.HAPPENED,
    **shown_sampling.HAPPENED,
    **shown_result.HAPPENED,
}
TABS = (
    ("open", marked("Att göra")),
    (rules.Status.PERFORMED, marked("Genomförda")),
    (rules.Status.NOT_DONE, marked("Inte gjorda")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Asks:
    """What a step's page says: the heading, the button, and the link that leads there."""

    heading: str
    button: str
    link: str


ASKS = {
    rules.Event.START: Asks(marked("Påbörja egenkontrollen"), marked("Påbörja"), marked("Påbörja")),
    rules.Event.RECORD: Asks(
        marked("Registrera resultatet"), marked("Spara resultatet"), marked("Registrera resultatet")
    ),
    rules.Event.NOT_DONE: Asks(
        marked("Egenkontrollen görs inte"), marked("Ställ in egenkontrollen"), marked("Ställ in, görs inte")
    ),
}


@dataclass(frozen=True)
class Row:
    """A line of the list: coded values and what came out."""

    reference: str
    title: str
    unit: str
    status: str
    status_label: str
    step: int
    result: str
    last_day: date


@dataclass(frozen=True)
class Way:
    label: str
    href: str


@dataclass(frozen=True)
class PartResult:
    """The result for one sex or group, in words."""

    dimension: str
    label: str
    result: str


def way_of(status: str) -> int:
    """As `step_of`, but past the last step when all of the way is behind."""
    step = step_of(status)
    return step + 1 if step == len(rules.STEPS) else step


def step_of(status: str) -> int:
    """1-3 for the steps of the way, 0 beside it."""
    return record_parts.step_of(status, rules.STEPS)


def row(round_: Round) -> Row:
    return Row(
        reference=round_.reference,
        title=queries.title(round_),
        unit=round_.unit.name,
        status=round_.status,
        status_label=rules.STATUS_LABELS[round_.status],
        step=step_of(round_.status),
        result=result(round_),
        last_day=round_.last_day,
    )


def result(round_: Round) -> str:
    return round_.not_done_reason or sentence_of(queries.result_of(round_))


def filters_from(query: QueryDict) -> queries.Filters:
    """What the address says; what it cannot mean is left out."""
    return queries.Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        quality_area=word_asked(query, "omrade"),
    )


def list_page(reader: Reader, filters: queries.Filters, page: Page[Round]) -> dict[str, object]:
    chosen = {"enhet": filters.unit or "", "omrade": filters.quality_area}
    here = {**chosen, "lage": filters.status or "alla"}
    return {
        "list": [row(round_) for round_ in page.rows],
        "filters": filters,
        "tabs": with_saved(tabs_of(TABS, chosen, filters.status), reader, KIND, address(here)),
        "save_href": save_href(KIND, address(here)),
        "units": reader.list_units("self_checks.view"),
        "areas": forms.quality_areas(reader),
        "paging": paging_of(page, _("{number} egenkontroller").format(number=count_text(page.total)), here),
        "may_plan": reader.has("self_checks.perform"),
        "forms_href": reverse("self_checks:forms"),
    }


def record_page(reader: Reader, round_: Round) -> dict[str, object]:
    may_perform = reader.can("self_checks.perform", round_.unit_id)
    reviews = shown_reviews.part(reader, round_)
    possible = [event for event in ASKS if rules.may(event, round_.status)]
    return {
        "round": round_,
        "reviews": reviews,
        "title": queries.title(round_),
        "status_label": rules.STATUS_LABELS[round_.status],
        "method_label": rules.METHOD_LABELS[round_.method],
        "step": way_of(round_.status),
        "steps": [rules.STATUS_LABELS[status] for status in rules.STEPS],
        "result": result(round_),
        "response_rate": _share(round_.response_rate_permille),
        "lists": shown_lists_part.lists_part(reader, round_),
        "log": shown_lists_part.log_part(reader, round_),
        "payments": shown_payments.part(round_) if may_perform else None,
        "outcome": shown_result.outcome_of(round_),
        "after": shown_result.after_of(reader, round_),
        "parts": parts_of(round_),
        "words": queries.read_narratives(reader, round_),
        "events": events_of(round_, HAPPENED),
        "links": [*_links(round_, reviews, possible), *_more(round_)] if may_perform else [],
        "plan_row": row_of(round_),
        "measured": measured_in(round_),
        "may_take": may_perform,
    }


def _links(round_: Round, reviews: shown_reviews.Reviews, possible: list[rules.Event]) -> list[Way]:
    """What its review asks for first. A round that is reviewed case by case has its result from there."""
    from_cases = reviews.has_form and reviews.total
    steps = [event for event in possible if not (from_cases and event is rules.Event.RECORD)]
    return [Way(*way) for way in shown_reviews.ways(round_, reviews)] + [_way(event, round_) for event in steps]


def _share(permille: int | None) -> str:
    return "" if permille is None else rules.percent(permille)


def _way(event: rules.Event, round_: Round) -> Way:
    return Way(ASKS[event].link, reverse(f"self_checks:{event}", args=[round_.reference]))


def _more(round_: Round) -> list[Way]:
    return [*_extension(round_), *_by_sex(round_)]


def _extension(round_: Round) -> list[Way]:
    """Of a result that is too small, where there is more to draw and nothing has followed on it."""
    if round_.status != rules.Status.PERFORMED or not is_small(round_.figures):
        return []
    href = shown_sampling.extension_href(round_)
    return [Way(marked("Utöka urvalet"), href)] if href else []


def _by_sex(round_: Round) -> list[Way]:
    by_sex = any(split.dimension == rules.Dimension.SEX for split in round_.splits.all())
    if by_sex or round_.status != rules.Status.PERFORMED or round_.method not in OF_PEOPLE:
        return []
    return [Way(marked("Dela upp resultatet efter kön"), reverse("self_checks:supplement", args=[round_.reference]))]


def parts_of(round_: Round) -> list[PartResult]:
    """Results of parts that no chart shows, since they are not known by count; small ones are hidden."""
    hidden = shown_result.hidden_parts(round_)
    rows = [split for split in round_.splits.all() if split.dimension not in hidden]
    return [part_result(split) for split in rows if split.fulfilled is None or shown_result.outcome_of(round_) is None]


def part_result(split: Split) -> PartResult:
    figures = rules.Figures(
        census=False, sample=split.sample, fulfilled=split.fulfilled, stated_permille=split.stated_permille
    )
    return PartResult(
        dimension=said(rules.DIMENSION_LABELS[split.dimension]),
        label=said(rules.SEX_LABELS.get(split.value, "")) or split.value,
        result=sentence_of(rules.result_in_words(figures)),
    )


def step(round_: Round, form: VersionedForm, event: rules.Event) -> dict[str, object]:
    """A step's page: which round, and the form."""
    asks = ASKS[event]
    return {"round": round_, "title": queries.title(round_), "form": form, "asks": asks, "submit_label": asks.button}


def ready(request: PersonRequest, round_: Round, event: rules.Event) -> Round:
    """Before showing a step's form: may the person, and may it happen. Sent forms are judged by the action."""
    if request.method != "POST":
        check(request.reader.user, "self_checks.perform", round_.unit, today=request.reader.today)
        rules.check_event(event, round_.status)
    return round_


def require_view(reader: Reader) -> None:
    if not reader.has("self_checks.view"):
        raise NotAllowed("Listan läses av dem som gör eller leder egenkontroller.")


def plan_form(request: PersonRequest) -> forms.PlanForm:
    """NotAllowed where the person plans nowhere."""
    reader = request.reader
    units = reader.list_units("self_checks.perform")
    if not units:
        raise NotAllowed("Egenkontroller planeras av granskare, chef eller kvalitetssamordnare.")
    questions = queries.questions_on(reader.root, reader.today) if reader.root else None
    own = reader.main_assignment.unit_id if reader.main_assignment else None
    asked = questions.categories.filter(code=code_asked(request.GET, "fraga")).first() if questions else None
    initial = {"key": key_of(request), "unit": unit_asked(request.GET) or own, "question": asked}
    return forms.PlanForm(request.POST or None, reader=reader, units=units, questions=questions, initial=initial)
