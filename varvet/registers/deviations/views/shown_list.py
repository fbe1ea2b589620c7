"""The list as shown: coded values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of, working_days_between
from varvet.kernel.law.words import marked
from varvet.kernel.records.paging import Page
from varvet.kernel.ui.lists import address, chips_of, count_text, paging_of, tabs_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import queries, rules
from varvet.registers.deviations.models import KIND, Deviation, Worry
from varvet.registers.deviations.views import shown_filters
from varvet.registers.deviations.views.shown_steps import step_of

TABS = (
    ("open", marked("Öppna")),
    (rules.Status.RECEIVED, marked("Ska bedömas")),
    (rules.Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)


@dataclass(frozen=True)
class Due:
    """Working days left of how many until the assessment is due, and the day."""

    left: int
    total: int
    day: date


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
    very_worried: bool
    due: Due | None


def about_of(deviation: Deviation) -> str:
    """What happened in health care, or what was broken in collaboration; empty for other kinds."""
    care, between = getattr(deviation, "health_care", None), getattr(deviation, "collaboration", None)
    if deviation.nature == rules.Nature.HEALTH_CARE and care:
        return str(care.kind.label_sv)
    if deviation.nature == rules.Nature.COLLABORATION and between:
        return str(between.agreement.label_sv)
    return ""


def row(deviation: Deviation, due: Due | None = None) -> Row:
    named = [m.category.label_sv for m in deviation.mentions.all() if m.primary]
    return Row(
        reference=deviation.reference,
        unit=deviation.unit.name,
        about=about_of(deviation) or (named[0] if named else _("Inte bedömd än")),
        status=deviation.status,
        status_label=said(rules.STATUS_LABELS[deviation.status]),
        step=step_of(deviation.status),
        received=day_of(deviation.received_at),
        very_worried=deviation.worry == Worry.VERY,
        due=due,
    )


def rows_of(reader: Reader, deviations: Sequence[Deviation]) -> list[Row]:
    due = queries.due_days(reader, deviations)
    return [row(one, _due(day_of(one.received_at), due.get(one.pk), reader.today)) for one in deviations]


def _due(received: date, day: date | None, today: date) -> Due | None:
    if day is None:
        return None
    return Due(working_days_between(today, day), max(1, working_days_between(received, day)), day)


def list_page(reader: Reader, filters: queries.Filters, page: Page[Deviation]) -> dict[str, object]:
    chosen, narrowing = shown_filters.chosen_of(filters), shown_filters.narrowing(reader, filters)
    tabs = tabs_of([(status, said(label)) for status, label in TABS], chosen, filters.status)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": rows_of(reader, page.rows),
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "narrowing": narrowing,
        "chips": chips_of(chosen, narrowing.labels()),
        "tabs": with_saved(tabs, reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "file_query": address(chosen) if reader.has("deviations.export") else "",
        "may_tally": reader.has("deviations.tally"),
        "may_triage": reader.has("deviations.assess"),
    }


def require_view(reader: Reader) -> None:
    if not (reader.has(queries.VIEW) or reader.has(queries.FOLLOW)):
        raise NotAllowed(_("Listan läses av dem som handlägger. Dina egna rapporter finns under Mina rapporter."))
