"""What the pages of a compilation show: the document, its ways on, the words beside, and what has changed since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.renderers.html.page import Page, TableShown, page_of
from varvet.insight.annual_report.value import Chart, FigureRef, Report
from varvet.insight.compilations import frozen
from varvet.insight.compilations.document import Order, document
from varvet.insight.compilations.forms import ApproveForm, WordsForm
from varvet.insight.compilations.frozen import Changed, Kept
from varvet.insight.compilations.models import Compilation, Status
from varvet.insight.compilations.queries import LENGTHS, WRITE, Wanted, texts_before, visible_to
from varvet.insight.compilations.rules import SECTIONS, Place
from varvet.insight.measures.address import signed
from varvet.insight.unit_page.summary import own_unit
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.personal_data import find_personal
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import Difference
from varvet.kernel.records.periods import Years, years_of

FILES = ("docx", "pdf", "xlsx", "json")
MOST = 200  # in the list
OFFERED = 3  # periods back, of each length, that may be begun


@dataclass(frozen=True)
class Way:
    label: str
    href: str


@dataclass(frozen=True)
class Line:
    """A compilation in a list."""

    unit: str
    period: str
    status: str
    label: str
    changed: date
    href: str


@dataclass(frozen=True)
class Listed:
    """`begin` are periods of the reader's own unit that have no words yet."""

    lines: tuple[Line, ...]
    unit: str
    begin: tuple[Way, ...]
    writes: bool


def report_of(wanted: Wanted, today: date) -> Report:
    """As approved, or counted now. ValueError where the approved one has been tampered with."""
    if is_approved(wanted):
        assert wanted.kept
        return frozen.thaw(Kept(wanted.kept.report, wanted.kept.digest))
    return counted_now(wanted, today)


def counted_now(wanted: Wanted, today: date) -> Report:
    order = Order(wanted.root, wanted.unit, wanted.years, wanted.stretch, today)
    return document(order, wanted.texts, _("Utkast, inte fastställd"))


def is_approved(wanted: Wanted) -> bool:
    return wanted.kept is not None and wanted.kept.status == Status.APPROVED


def changed_since(wanted: Wanted, today: date) -> list[Changed]:
    """What the records say now that differs from what was approved."""
    if not is_approved(wanted):
        return []
    return frozen.differences(report_of(wanted, today), counted_now(wanted, today))


def reading(wanted: Wanted, reader: Reader) -> dict[str, Any]:
    """The document as a page, with its files and what may be done with it."""
    report = report_of(wanted, reader.today)
    return {
        "page": page_of(report, Drawings(), _link),
        "organisation": report.meta.organisation,
        "formats": [Way(FORMATS[name].label, _address("download", wanted, name)) for name in FILES],
        "wanted": wanted,
        "approved": is_approved(wanted),
        "changed": changed_since(wanted, reader.today),
        "ways": list(_ways(wanted, reader)),
    }


def writing(wanted: Wanted, form: WordsForm, reader: Reader) -> dict[str, Any]:
    """The fields, each with the words of the period before; and the tables, without drawings, beside them."""
    report = counted_now(wanted, reader.today)
    plain = replace(report, blocks=tuple(block for block in report.blocks if not isinstance(block, Chart)))
    before = texts_before(wanted)
    return {
        "wanted": wanted,
        "form": form,
        "sections": [(form[place.value], before.get(place, "")) for place in SECTIONS],
        "earlier": wanted.years.before(wanted.stretch).name,
        "tables": _tables(page_of(plain, Drawings(), _link)),
        "found": personal_in(wanted.texts),
        "differences": _differences(wanted, form),
        "back": _address("read", wanted),
    }


def _differences(wanted: Wanted, form: WordsForm) -> list[Difference]:
    """Where somebody has saved other words since the form was opened."""
    if not form.is_bound or form.cleaned_data.get("version") in {None, wanted.version}:
        return []
    return form.differences(wanted.texts)


def approving(wanted: Wanted, form: ApproveForm) -> dict[str, Any]:
    return {
        "wanted": wanted,
        "form": form,
        "period": wanted.stretch.name,
        "found": personal_in(wanted.texts),
        "submit_label": _("Fastställ sammanställningen"),
        "back": _address("read", wanted),
    }


def _tables(page: Page) -> list[TableShown]:
    return [part.shown for section in page.sections for part in section.parts if part.shown]


def personal_in(texts: Mapping[Place, str]) -> list[str]:
    """What may point out a person in the words that are saved; some are missed, and some are no names."""
    return [found.text for text in texts.values() for found in find_personal(text)][:5]


def _ways(wanted: Wanted, reader: Reader) -> Iterator[Way]:
    if is_approved(wanted) or not reader.can(WRITE, wanted.unit.pk):
        return
    yield Way(_("Skriv analysen"), _address("write", wanted))
    if wanted.kept and wanted.stretch.last < reader.today:
        yield Way(_("Fastställ"), _address("approve", wanted))


def list_of(reader: Reader) -> Listed:
    """Every compilation within the reader's scope, newest period first; and what may be begun at the own unit."""
    kept = list(visible_to(reader).order_by("-last_day", "unit__sort_key")[:MOST])
    root, unit = reader.root, own_unit(reader)
    years = years_of(root) if root else Years(())
    begun = {(each.unit_id, each.period) for each in kept}
    return Listed(
        lines=tuple(_line(each, years) for each in kept),
        unit=unit.name if unit else "",
        begin=tuple(_to_begin(unit, years, begun, reader.today)) if unit else (),
        writes=unit is not None and reader.can(WRITE, unit.pk),
    )


def _line(kept: Compilation, years: Years) -> Line:
    return Line(
        unit=kept.unit.name,
        period=years.part_named(kept.period).name,
        status=kept.status,
        label=str(Status(kept.status).label),
        changed=day_of(kept.changed_at),
        href=reverse("compilations:read", args=[kept.unit_id, kept.period]),
    )


def _to_begin(unit: Unit, years: Years, begun: set[tuple[int, str]], today: date) -> Iterator[Way]:
    """The periods of a unit that nobody has begun: this one of each length and those right before it."""
    found = []
    for length in LENGTHS:
        stretch = years.part_of(length, today)
        for _number in range(OFFERED):
            found.append(stretch)
            stretch = years.before(stretch)
    for each in sorted(found, key=lambda one: (one.last, one.first), reverse=True):
        if (unit.pk, each.code) not in begun:
            yield Way(each.name, reverse("compilations:read", args=[unit.pk, each.code]))


def _address(name: str, wanted: Wanted, *more: str) -> str:
    return reverse(f"compilations:{name}", args=[wanted.unit.pk, wanted.stretch.code, *more])


def _link(ref: FigureRef) -> str:
    return f"{reverse('annual_report:figure')}?{signed(ref.query)}"
