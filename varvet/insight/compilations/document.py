"""A unit's compilation as a document: what was counted, written by itself, and what the unit says of it."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import BarRow, Bars, Measured
from varvet.insight.annual_report.chart_words import alt_text, reading
from varvet.insight.annual_report.compute.cover import said as day_said
from varvet.insight.annual_report.compute.cover import span
from varvet.insight.annual_report.value import Block, Chart, FigureRef, Heading, Meta, Report, Run, Table, Text, Writing
from varvet.insight.compilations import tables
from varvet.insight.compilations.rules import SECTIONS, Place
from varvet.insight.measures.address import unsigned
from varvet.insight.unit_page import asked as ask
from varvet.insight.unit_page import page, rows, said
from varvet.insight.unit_page.asked import Asked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.panels import Figure, Sentence
from varvet.kernel.records.periods import Stretch, Years
from varvet.kernel.records.registry import get_register, list_registers

# Of each register beside deviations, the measures that a unit's compilation shows.
OTHERS = {
    "lex_sarah": ("received", "opened", "completed", "completed_misconduct_or_risk", "reported_to_authority"),
    "feedback": ("received", "complaints", "views", "praise", "answered"),
    "self_checks": ("planned", "performed", "not_done"),
    "improvements": ("decided", "performed", "effect_judged"),
    "privacy_incidents": ("received", "reported_to_authority"),
    "involvement": ("held", "took_part", "led_to_change", "told_back"),
    "payment_errors": ("received", "completed", "reclaimed", "police_reported"),
}


@dataclass(frozen=True)
class Order:
    """Which compilation: the unit, its root's years and the period. `today` is the day of counting."""

    root: Unit
    unit: Unit
    years: Years
    stretch: Stretch
    today: date


def document(order: Order, texts: Mapping[Place, str], status: str) -> Report:
    """Counted anew each time. `status` stands on the cover, as people read it."""
    asked = ask.ask(
        order.root, order.unit, order.stretch, order.years.before(order.stretch), order.stretch.first, _codes()
    )
    blocks = tuple(_numbered([*_deviations(order, asked), *_others(asked), *_analysis(texts)]))
    return Report(meta=_meta(order, blocks, status), summary=None, blocks=blocks)


def _codes() -> tuple[str, ...]:
    running = {register.kind for register in list_registers()}
    return tuple(f"{kind}.{name}" for kind, names in OTHERS.items() if kind in running for name in names)


def _deviations(order: Order, asked: Asked) -> Iterator[Block]:
    yield Heading(1, "", _("Avvikelser"), "avvikelser")
    yield from (_text(sentence) for sentence in said.sentences(asked, order.today))
    for why in page.breaks_of(asked, asked.before.first).values():
        yield Text((Run(_("Jämför inte med perioden före.") + " "), Run(why)))
    yield tables.months(asked)
    labels = page.labels_of(order.root)
    parts = page.parts_of(order.root, order.unit, min(order.stretch.last, order.today))
    yield from _chart(asked, labels["deviation_type"])
    yield from tables.by_value(asked, labels, parts)
    times = tables.lead_times(asked)
    if times:
        yield times


def _chart(asked: Asked, labels: Mapping[str, str]) -> Iterator[Chart]:
    """The commonest types beside the period before. Only where there is something to compare."""
    found = rows.types(asked, labels)
    if len(found) < 2:
        return
    bars = tuple(BarRow(row.name, row.number, row.before) for row in found)
    data = Bars(asked.stretch.name, asked.before.name, _("nämnda typer"), Measured.COUNT, bars)
    title, counts = _("Typer av avvikelser, nu och förut"), _("Antal gånger en typ nämns.")
    yield Chart("typer-figur", "", title, counts, alt_text(data), reading(data), data)


def _others(asked: Asked) -> Iterator[Block]:
    """A table for each register that has counted anything, now or before."""
    found = [table for kind in OTHERS if (table := _of_register(asked, kind))]
    if found:
        yield Heading(1, "", _("Andra register"), "andra-register")
        yield Text((Run(_("Ärenden som stänger ute någon i enhetens linje ingår inte i siffrorna.")),))
        yield from found


def _of_register(asked: Asked, kind: str) -> Table | None:
    codes = [f"{kind}.{name}" for name in OTHERS[kind] if asked.has(f"{kind}.{name}")]
    lines = [rows.measured(asked, code) for code in codes]
    if not any(line.number or line.before for line in lines):
        return None
    label = _(get_register(kind).label)
    counts = _("Antal i perioden och i perioden före.")
    return tables.compared(tables.Head(kind, label, counts, _("Mått")), lines, asked)


def _analysis(texts: Mapping[Place, str]) -> Iterator[Block]:
    yield Heading(1, "", _("Enhetens analys"), "analys")
    for place, section in SECTIONS.items():
        yield Heading(2, "", _(section.heading), f"analys-{place}")
        written = [line.strip() for line in texts.get(place, "").splitlines() if line.strip()]
        yield from (Text((Run(line),)) for line in written)
        if not written:
            yield Writing(f"skriv-{place}", _(section.prompt))


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    """Chapters, tables and figures by the order they stand in."""
    chapters = counted = figures = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapters += 1
            yield replace(block, number=str(chapters))
        elif isinstance(block, Table):
            counted += 1
            yield replace(block, label=_("Tabell {number}").format(number=counted))
        elif isinstance(block, Chart):
            figures += 1
            yield replace(block, label=_("Figur {number}").format(number=figures))
        else:
            yield block


def _text(sentence: Sentence) -> Text:
    """The sentence with its figures as runs of their own, each leading to what it counts."""
    runs, rest = [], sentence.text
    places = sorted((rest.index(f"{{{name}}}"), name, figure) for name, figure in sentence.figures)
    for _place, name, figure in places:
        before, _mark, rest = rest.partition(f"{{{name}}}")
        runs += [Run(before), _run(figure)]
    return Text((*runs, Run(rest)))


def _run(figure: Figure) -> Run:
    ref = FigureRef(unsigned(figure.href.partition("?")[2])) if figure.href else None
    text = formats.integer(figure.number) if isinstance(figure.number, int) else str(figure.number)
    return Run(text, figure=ref)


def _meta(order: Order, blocks: tuple[Block, ...], status: str) -> Meta:
    stretch = order.stretch
    seal = hashlib.sha256(repr(blocks).encode()).hexdigest()[:16]
    facts = [
        (_("Avser"), span(stretch.first, stretch.last)),
        (_("Siffrorna räknade"), day_said(order.today)),
        (_("Status"), status),
    ]
    return Meta(
        title=_("Sammanställning"),
        subtitle=order.unit.name,
        organisation=order.root.name,
        owner=stretch.name,
        period=span(stretch.first, stretch.last),
        year=stretch.year,
        root=order.root.slug,
        template="compilation",
        facts=tuple(facts),
        colophon=_("Framställd med Varvet ur registrerade uppgifter, avtryck {seal}.").format(seal=seal),
    )
