"""The figures of an analysis, counted through measures alone, and the period's records as coded lines."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from varvet.kernel.law.category_lists import shipped_list
from varvet.kernel.organisation.models import Below, Category, SeriesBreak, Unit
from varvet.kernel.organisation.settings_of_root import quality_years
from varvet.kernel.records import figures
from varvet.kernel.records.figures import Counted, Wanted
from varvet.kernel.records.periods import Stretch, Years, months_later
from varvet.kernel.records.registry import Measure, Register, ReportLine, list_measures, list_registers
from varvet.registers.analyses.models.analysis import Analysis
from varvet.registers.analyses.rules import MOST_LINES, SOURCES, Common, Figure, Line, Number, Part, Sheet, Source
from varvet.registers.analyses.rules import Spans as SpanDays
from varvet.registers.analyses.rules import Value as Row

MOST_COMMON = 6
SHIPPED = frozenset({"deviation_causes", "feedback_type"})  # lists that a root has from the start


@dataclass(frozen=True)
class Spans:
    """The period, the one before, and the same period a year before."""

    now: Stretch
    before: Stretch
    year_before: Stretch

    @property
    def all(self) -> tuple[Stretch, ...]:
        return self.now, self.before, self.year_before

    @property
    def days(self) -> SpanDays:
        return SpanDays(*((span.last - span.first).days + 1 for span in self.all))


@dataclass(frozen=True)
class Asked:
    """What was counted of a unit, and what it takes to show it."""

    unit: Unit
    spans: Spans
    units: frozenset[int]
    measures: Mapping[str, Measure]
    found: Mapping[Wanted, Counted]
    labels: Mapping[tuple[str, str], str]
    breaks: Mapping[str, date]


def spans_of(analysis: Analysis) -> Spans:
    now, years = analysis.stretch, Years(quality_years(analysis.root).chosen)
    return Spans(now, years.before(now), years.part_of(now.length, months_later(now.first, -12)))


def sheet_of(analysis: Analysis, today: date) -> Sheet:
    """Counted anew, for each register that runs here."""
    asked = _ask(analysis)
    cards = {card.kind: card for card in list_registers()}
    parts = []
    for source in SOURCES:
        card = cards.get(source.kind)
        if card is not None:
            parts.append(_part(asked, source, _told(asked, analysis.root, card)))
    return Sheet(today.isoformat(), asked.spans.days, tuple(parts))


def _told(asked: Asked, root: Unit, card: Register) -> list[ReportLine]:
    """The register's lines of the period that concern the unit or something below it."""
    told = card.report_lines(root, asked.spans.now.first, asked.spans.now.last) if card.report_lines else []
    return [line for line in told if asked.units & set(line.unit_ids)]


def _ask(analysis: Analysis) -> Asked:
    unit, spans = analysis.unit, spans_of(analysis)
    measures = {measure.code: measure for measure in list_measures()}
    wanted = [
        *(_wanted(unit, code, span) for source in SOURCES for code in source.codes for span in spans.all),
        *(_top(unit, top.measure, span) for s in SOURCES for top in s.tops for span in (spans.now, spans.before)),
    ]
    units = frozenset(Below.objects.filter(ancestor=unit).values_list("unit_id", flat=True)) or frozenset({unit.pk})
    return Asked(
        unit=unit,
        spans=spans,
        units=units,
        measures=measures,
        found=dict(zip(wanted, figures.count_together(wanted), strict=True)),
        labels=_labels(analysis.root, {top.category_list for source in SOURCES for top in source.tops}),
        breaks=_breaks(units, spans),
    )


def _wanted(unit: Unit, code: str, span: Stretch) -> Wanted:
    return Wanted(code, unit, span.first, span.last)


def _top(unit: Unit, code: str, span: Stretch) -> Wanted:
    return Wanted(code, unit, span.first, span.last, by="category")


def _part(asked: Asked, source: Source, told: list[ReportLine]) -> Part:
    lines = tuple(Line(line.title, line.unit_name, line.state, _result(line)) for line in told[:MOST_LINES])
    common = [_common(asked, top.measure, top.category_list) for top in source.tops if top.measure in asked.measures]
    return Part(
        kind=source.kind,
        figures=tuple(_figure(asked, code) for code in source.codes if code in asked.measures),
        common=tuple(one for one in common if one.values),
        lines=lines,
        more=max(len(told) - MOST_LINES, 0),
    )


def _result(line: ReportLine) -> str:
    said = [line.result] if line.result and line.result != "–" else []
    return ". ".join(text.rstrip(".") for text in (*said, *line.notes))


def _figure(asked: Asked, code: str) -> Figure:
    measure = asked.measures[code]
    now, before, year_before = (_number(asked.found[_wanted(asked.unit, code, span)]) for span in asked.spans.all)
    broken = asked.breaks.get(code) or asked.breaks.get(measure.register)
    return Figure(
        code=code,
        label=measure.label,
        counts=measure.counts,
        unit=measure.unit,
        now=now,
        before=before,
        year_before=year_before,
        broken_on=broken.isoformat() if broken else "",
    )


def _number(counted: Counted) -> Number:
    return Number(counted.value, counted.part, counted.whole)


def _common(asked: Asked, code: str, key: str) -> Common:
    now, before = (dict(asked.found[_top(asked.unit, code, s)].values) for s in (asked.spans.now, asked.spans.before))
    largest = sorted(now.items(), key=lambda row: (-row[1], row[0]))[:MOST_COMMON]
    rows = tuple(Row(asked.labels.get((key, value), value), number, before.get(value, 0)) for value, number in largest)
    return Common(asked.measures[code].label, asked.measures[code].counts, rows)


def _labels(root: Unit, keys: set[str]) -> dict[tuple[str, str], str]:
    """List and code -> label, as the root's newest version that has the code says it; as shipped where it has none."""
    found = {(key, one.code): one.label_sv for key in keys & SHIPPED for one in shipped_list(key).categories}
    rows = Category.objects.filter(list__root=root, list__key__in=keys).order_by("list__version")
    return found | {(key, code): label for key, code, label in rows.values_list("list__key", "code", "label_sv")}


def _breaks(units: frozenset[int], spans: Spans) -> dict[str, date]:
    """Measure, or register where a break is of all it counts -> the last day something below began to count anew."""
    rows = SeriesBreak.objects.filter(unit_id__in=units, day__gt=spans.before.first, day__lte=spans.now.last)
    found: dict[str, date] = defaultdict(lambda: date.min)
    for code, day in rows.values_list("measure", "day"):
        found[code] = max(found[code], day)
    return dict(found)
