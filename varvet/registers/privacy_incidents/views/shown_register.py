"""The register of GDPR article 33.5: what happened, its effects, and what was done, as a list and as a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.records.paging import Page
from varvet.kernel.search.files import Asked, Cell, Format, Sheet
from varvet.kernel.ui.lists import address, count_text, day_asked, paging_of, unit_asked
from varvet.kernel.ui.sentences import said
from varvet.registers.privacy_incidents import queries, rules
from varvet.registers.privacy_incidents.models import DATA, GROUPS, KIND, Part, PrivacyIncident
from varvet.registers.privacy_incidents.views import shown_coded, shown_list
from varvet.registers.privacy_incidents.views.shown_steps import step_of

LIST, REGISTER = "personuppgiftsincidenter", "register-artikel-33-5"
FACTS, EFFECTS = (Part.WHAT,), (Part.CONSEQUENCES,)
REMEDY = (Part.AT_ONCE, Part.MEASURES, Part.DONE)
WITHOUT = (Part.WHY_NOT, Part.UNINFORMED, Part.WHY_LATE)
TEXTS = (*FACTS, *EFFECTS, *REMEDY, *WITHOUT)


@dataclass(frozen=True)
class Row:
    """A line of the register on the page: coded values only."""

    reference: str
    unit: str
    became_known: date
    facts: str
    effects: str
    authority: str
    told: str
    status: str
    status_label: str
    step: int


def row(incident: PrivacyIncident) -> Row:
    what = [incident.category.label if incident.category else "", shown_coded.breaches_of(incident)]
    about = [
        shown_coded.affected_of(incident, GROUPS),
        shown_coded.people_of(incident),
        shown_coded.level_of(incident),
    ]
    return Row(
        reference=incident.reference,
        unit=incident.unit.name,
        became_known=day_of(incident.received_at),
        facts=". ".join(one for one in what if one) or _("Inte bedömd än"),
        effects=". ".join(one for one in about if one),
        authority=shown_coded.authority_of(incident),
        told=shown_coded.people_told_of(incident),
        status=incident.status,
        status_label=said(rules.STATUS_LABELS[incident.status]),
        step=step_of(incident.status),
    )


def filters_from(query: QueryDict) -> queries.Filters:
    """Every incident there was, whatever became of it; narrowed to a unit and a span of days."""
    return queries.Filters(
        unit=unit_asked(query), first_day=day_asked(query, "fran"), last_day=day_asked(query, "till"), real=True
    )


def chosen_of(filters: queries.Filters) -> dict[str, str | int]:
    found = shown_list.chosen_of(filters)
    return {name: found[name] for name in ("enhet", "fran", "till")}


def register_page(reader: Reader, filters: queries.Filters, page: Page[PrivacyIncident]) -> dict[str, object]:
    chosen = chosen_of(filters)
    says = _("{shown} av {total}").format(shown=len(page.rows), total=count_text(page.total))
    return {
        "rows": [row(incident) for incident in page.rows],
        "total": count_text(page.total),
        "paging": paging_of(page, says, chosen) if page.after else None,
        "filters": filters,
        "units": reader.list_units(queries.VIEW),
        "query": address(chosen) if any(chosen.values()) else "",
        "may_export": reader.has(queries.EXPORT),
        "may_export_texts": reader.has(queries.EXPORT_TEXTS),
    }


def heads() -> tuple[str, ...]:
    return (
        _("Ärende"),
        _("Enhet"),
        _("Läge"),
        _("Hände"),
        _("Blev känd"),
        _("Typ"),
        _("Vad hände med uppgifterna"),
        _("Vilka det gäller"),
        _("Minst antal personer"),
        _("Högst antal personer"),
        _("Slags uppgifter"),
        _("Antal poster"),
        _("Personuppgiftsbiträde"),
        _("Risk för människor"),
        _("Till IMY"),
        _("Anmäld"),
        _("Inom fristen"),
        _("IMY:s diarienummer"),
        _("IMY:s svar"),
        _("De berörda"),
        _("Avslutad"),
    )


def cells(incident: PrivacyIncident) -> tuple[Cell, ...]:
    return (
        incident.reference,
        incident.unit.name,
        said(rules.STATUS_LABELS[incident.status]),
        incident.occurred_day,
        day_of(incident.received_at),
        incident.category.label if incident.category else "",
        shown_coded.breaches_of(incident),
        shown_coded.affected_of(incident, GROUPS),
        incident.people_least,
        incident.people_most,
        shown_coded.affected_of(incident, DATA),
        incident.data_records,
        incident.processor,
        shown_coded.level_of(incident),
        said(rules.NOTIFY_LABELS[incident.notify]) if incident.notify else "",
        incident.reported_to_imy_on,
        {True: _("Ja"), False: _("Nej")}.get(incident.in_time, "") if incident.in_time is not None else "",
        incident.imy_number,
        said(rules.RULING_LABELS[incident.ruling]) if incident.ruling else "",
        shown_coded.people_told_of(incident),
        incident.closed_on,
    )


def coded_sheet(reader: Reader, filters: queries.Filters, name: str) -> Sheet:
    """RuleBroken for a list that is too long."""
    ids = queries.exported_ids(reader, filters)
    rows = (cells(incident) for incident in queries.exported(ids))
    return Sheet(f"{name}-{reader.today.isoformat()}", heads(), rows, len(ids))


def sheet_with_texts(reader: Reader, filters: queries.Filters) -> Sheet:
    """As the coded one, with what was written of facts, effects and remedy: every reading is noted."""
    ids = queries.exported_ids(reader, filters, queries.EXPORT_TEXTS)
    labels = tuple(said(str(part.label)) for part in TEXTS)
    return Sheet(f"{REGISTER}-{reader.today.isoformat()}", (*heads(), *labels), _with_texts(reader, ids), len(ids))


def _with_texts(reader: Reader, ids: list[int]) -> Iterator[tuple[Cell, ...]]:
    for incident, written in queries.with_texts(reader, ids, TEXTS):
        yield (*cells(incident), *(written[part] for part in TEXTS))


def asked_of(filters: queries.Filters, form: Format, *, texts: bool) -> Asked:
    """What the trail says was taken out; `texter` is 1 where the texts went along."""
    chosen = shown_list.chosen_of(filters)
    return Asked(KIND, {**chosen, "texter": 1} if texts else chosen, form, filters.unit)
