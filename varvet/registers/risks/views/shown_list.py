"""The list as shown: the matrix, the risks beside it with the highest first, and how the list may be narrowed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import due_day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.registry import Clock
from varvet.kernel.ui.lists import (
    Narrowing,
    Paging,
    Select,
    address,
    chips_of,
    one_asked,
    shown_of,
    status_asked,
    tabs_of,
    unit_asked,
)
from varvet.kernel.ui.matrix import SCALE
from varvet.kernel.ui.matrix_picture import Marked, Picture, Spot, picture_of
from varvet.kernel.ui.record_parts import step_of
from varvet.kernel.ui.saved_views.shown import save_href, with_saved
from varvet.kernel.ui.sentences import said
from varvet.registers.risks import actions, queries, rules
from varvet.registers.risks.models import KIND, Risk
from varvet.registers.risks.queries import Filters, Stage
from varvet.registers.risks.rules import Score, Status

TABS = (
    ("open", marked("Pågående")),
    (Status.IDENTIFIED, marked("Ej bedömda")),
    (Status.ACCEPTED, marked("Accepterade")),
    (Status.CLOSED, marked("Avslutade")),
    ("", marked("Alla")),
)
CELLS = {f"{c}-{p}": Score(c, p) for c in SCALE for p in SCALE}
PAGES = {str(number): number for number in range(1, 41)}
KEPT = ("lage", "skede")  # while the list is narrowed otherwise


@dataclass(frozen=True)
class Row:
    """A line of the list. `before` and `after` are products; `due` the day something is to be done at the latest."""

    number: int
    reference: str
    name: str
    unit: str
    status: str
    status_label: str
    step: int
    before: int | None
    after: int | None
    level_label: str
    due: date | None
    late: bool


def filters_from(query: QueryDict) -> Filters:
    """What the address says; what it cannot mean is left out."""
    cell, stage = one_asked(query, "ruta", CELLS), one_asked(query, "skede", set(Stage))
    return Filters(
        status=status_asked(query, rules.STATUS_LABELS),
        unit=unit_asked(query),
        level=one_asked(query, "niva", rules.LEVEL_LABELS),
        occasion=one_asked(query, "anledning", rules.OCCASION_LABELS),
        cell=CELLS[cell] if cell else None,
        stage=Stage(stage or Stage.NOW),
        page=PAGES[one_asked(query, "sida", PAGES) or "1"],
    )


def asked_of(filters: Filters) -> dict[str, str | int]:
    """The filters as the address says them: one way for one choice, coded values only."""
    return {
        "lage": filters.status or "alla",
        "enhet": filters.unit or "",
        "niva": filters.level,
        "anledning": filters.occasion,
        "ruta": cell_name(filters.cell) if filters.cell else "",
        "skede": "" if filters.stage is Stage.NOW else filters.stage,
    }


def cell_name(score: Score) -> str:
    return f"{score.consequence}-{score.probability}"


def list_page(reader: Reader, filters: Filters) -> dict[str, object]:
    chosen, risks = asked_of(filters), queries.list_page(reader, filters)
    clocks = queries.due_clocks(reader, risks.rows)
    first = (filters.page - 1) * queries.SIZE + 1
    rows = [_row(n, risk, clocks.get(risk.pk), reader.today) for n, risk in enumerate(risks.rows, first)]
    narrow = narrowing(reader, filters)
    return {
        "rows": rows,
        "lead": _lead(risks.total),
        "picture": picture(reader, filters, risks),
        "stages": _stages(chosen, filters),
        "narrowing": narrow,
        "chips": chips_of(chosen, {**narrow.labels(), "ruta": _cell_label(filters)}),
        "tabs": with_saved(tabs_of(TABS, {**chosen, "lage": ""}, filters.status), reader, KIND, address(chosen)),
        "save_href": save_href(KIND, address(chosen)),
        "paging": _paging(filters, risks, chosen),
        "may_add": reader.has(actions.EDIT),
        "file_query": address(chosen) if reader.has(queries.EXPORT) else "",
    }


def _row(number: int, risk: Risk, clock: Clock | None, today: date) -> Row:
    due, current = due_day_of(clock) if clock else None, risk.current
    return Row(
        number=number,
        reference=risk.reference,
        name=risk.name,
        unit=risk.unit.name,
        status=risk.status,
        status_label=said(rules.STATUS_LABELS[risk.status]),
        step=step_of(risk.status, rules.STEPS),
        before=risk.score.product if risk.score else None,
        after=risk.residual.product if risk.residual else None,
        level_label=said(rules.LEVEL_LABELS[current.level]) if current else "",
        due=due,
        late=due is not None and due < today,
    )


def _lead(total: int) -> str:
    if not total:
        return _("Ingen risk i urvalet.")
    return ngettext(
        "{number} risk i urvalet, den högsta först.", "{number} risker i urvalet, de högsta först.", total
    ).format(number=total)


def picture(reader: Reader, filters: Filters, risks: queries.Risks) -> Picture:
    """Rings where all that are chosen are seen on the page; else how many stand in each cell."""
    counts = {(s.consequence, s.probability): n for s, n in queries.count_cells(reader, filters).items()}
    marked_ = [_marked(n, risk) for n, risk in enumerate(risks.rows, 1) if risk.score]
    whole = filters.page == 1 and not risks.more
    hrefs = {spot: _to_cell(spot, filters) for spot in counts}
    spot = (filters.cell.consequence, filters.cell.probability) if filters.cell else None
    return picture_of(counts, marked_ if whole else (), hrefs, spot)


def _marked(number: int, risk: Risk) -> Marked:
    assert risk.score is not None
    after = spot_of(risk.residual) if risk.residual else None
    return Marked(number, risk.name, spot_of(risk.score), after)


def spot_of(score: Score) -> Spot:
    return score.consequence, score.probability


def _to_cell(spot: Spot, filters: Filters) -> str:
    """The list narrowed to the cell; chosen already, the list without it."""
    name = cell_name(Score(*spot))
    chosen = asked_of(filters)
    return address({**chosen, "ruta": "" if chosen["ruta"] == name else name})


@dataclass(frozen=True)
class StageLink:
    label: str
    href: str
    current: bool


def _stages(chosen: Mapping[str, str | int], filters: Filters) -> list[StageLink]:
    """Whether the cells count risks as they are now, or as they were before what is done."""
    labels = {Stage.NOW: _("Så är det nu"), Stage.BEFORE: _("Före åtgärd")}
    plain = {**chosen, "ruta": "", "skede": ""}
    hrefs = {Stage.NOW: address(plain), Stage.BEFORE: address({**plain, "skede": Stage.BEFORE})}
    return [StageLink(labels[stage], hrefs[stage], stage is filters.stage) for stage in Stage]


def _cell_label(filters: Filters) -> str:
    if filters.cell is None:
        return ""
    wording = _("Konsekvens {consequence}, sannolikhet {probability}")
    return wording.format(consequence=filters.cell.consequence, probability=filters.cell.probability)


def narrowing(reader: Reader, filters: Filters) -> Narrowing:
    units = tuple((str(unit.pk), unit.name) for unit in reader.list_units(actions.SEE))
    return Narrowing(
        front=(
            Select("enhet", _("Enhet"), _("Alla enheter"), units, str(filters.unit or "")),
            Select("niva", _("Nivå"), _("Alla nivåer"), _said(rules.LEVEL_LABELS), filters.level),
            Select("anledning", _("Anledning"), _("Alla anledningar"), _said(rules.OCCASION_LABELS), filters.occasion),
        ),
        kept=tuple((name, str(value)) for name, value in asked_of(filters).items() if value and name in KEPT),
    )


def _said(labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), said(label)) for code, label in labels.items())


def _paging(filters: Filters, risks: queries.Risks, chosen: Mapping[str, str | int]) -> Paging | None:
    if not risks.more and filters.page == 1:
        return None
    first = (filters.page - 1) * queries.SIZE + 1
    return Paging(
        shown_of(first, first + len(risks.rows) - 1, risks.total),
        previous_href=address({**chosen, "sida": filters.page - 1}) if filters.page > 1 else "",
        next_href=address({**chosen, "sida": filters.page + 1}) if risks.more else "",
    )
