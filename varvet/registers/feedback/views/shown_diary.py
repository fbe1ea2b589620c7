"""What the registrar sees: number, day, sort and unit. Never what was said, nor who said it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.lists import Tab, address, count_text, day_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.feedback import actions, forms, queries, rules
from varvet.registers.feedback.models import DIARY_SETTING, KIND, Feedback
from varvet.registers.feedback.queries import DiaryFilters
from varvet.registers.feedback.views.shown_filters import DIARY_LABELS

SHOWN = 100  # on the page; the file has all


@dataclass(frozen=True)
class Line:
    """One to register, or registered."""

    reference: str
    version: int
    unit: str
    sort: str
    received: date
    answered: date | None
    number: str
    registered: date | None
    answer_registered: date | None


def filters_from(query: QueryDict) -> DiaryFilters:
    state = query.get("visa", queries.UNREGISTERED)
    known = state if state in queries.IN_DIARY else queries.UNREGISTERED
    return DiaryFilters(known, day_asked(query, "fran"), day_asked(query, "till"))


def _chosen(filters: DiaryFilters) -> dict[str, str | int]:
    return {
        "visa": filters.state,
        "fran": filters.first_day.isoformat() if filters.first_day else "",
        "till": filters.last_day.isoformat() if filters.last_day else "",
    }


def page(reader: Reader, filters: DiaryFilters) -> dict[str, object]:
    rows = queries.diary_rows(reader, filters)
    series = str(get_setting(reader.root, DIARY_SETTING, reader.today)) if reader.root else ""
    return {
        "lines": [_line(feedback) for feedback in rows[:SHOWN]],
        "total": count_text(rows.count()),
        "filters": filters,
        "tabs": [_tab(state, filters.state) for state in DIARY_LABELS],
        "file_query": address(_chosen(filters)),
        "back": address(_chosen(filters)),
        "own_series": series,
        "asks_number": filters.state == queries.UNREGISTERED and not series,
        "registers": filters.state != queries.REGISTERED,
        "in_period": filters.state == queries.REGISTERED,
    }


def _tab(state: str, chosen: str) -> Tab:
    return Tab(said(DIARY_LABELS[state]), address({"visa": state}), state == chosen)


def _line(feedback: Feedback) -> Line:
    return Line(
        reference=feedback.reference,
        version=feedback.version,
        unit=feedback.unit.name,
        sort=said(rules.SORT_LABELS[feedback.sort]),
        received=day_of(feedback.received_at),
        answered=feedback.answered_on,
        number=feedback.diary_number,
        registered=feedback.registered_on,
        answer_registered=feedback.answer_registered_on,
    )


def find(reader: Reader, reference: str) -> Feedback:
    """Of what the registrar may know of; 404 for all else."""
    reader.require(queries.DIARY)
    states = [DiaryFilters(state) for state in queries.IN_DIARY]
    found = [row for state in states if (row := queries.diary_rows(reader, state).filter(reference=reference).first())]
    if not found:
        raise Http404
    return found[0]


def register(request: PersonRequest, feedback: Feedback) -> None:
    """The feedback first, then its answer."""
    form = forms.ReadForm(request.POST)
    version = int(form.cleaned_data["version"]) if form.is_valid() else -1
    by, now = request.reader.user, timezone.now()
    if feedback.registered_on is None:
        number = request.POST.get("diary_number", "")[:40].replace("\0", "")
        actions.register(feedback=feedback, diary_number=number, version=version, by=by, now=now)
        return
    actions.register_answer(feedback=feedback, version=version, by=by, now=now)


def back(request: PersonRequest) -> str:
    return f"{reverse('feedback:diary')}{address(_chosen(filters_from(request.POST)))}"


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Inkom"),
        _("Enhet"),
        _("Slag"),
        _("Diarienummer"),
        _("Diariefört"),
        _("Besvarat"),
        _("Svar diariefört"),
    )


def sheet_of(reader: Reader, filters: DiaryFilters) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.diary_ids(reader, filters)
    return Sheet(f"diarium-{filters.state}-{reader.today.isoformat()}", heads(), _rows(ids), len(ids))


def _rows(ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    for one in map(_line, queries.exported(ids)):
        answer = one.answered, one.answer_registered
        yield one.reference, one.received, one.unit, one.sort, one.number, one.registered, *answer


def asked_of(filters: DiaryFilters, form: Format) -> Asked:
    return Asked(KIND, _chosen(filters), form)
