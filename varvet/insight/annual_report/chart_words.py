"""Alt texts and one-sentence readings of charts, made from the same data as the drawing."""

from collections.abc import Iterable

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import (
    Amount,
    Bars,
    ChartData,
    DeadlineColumns,
    DeadlinePanel,
    DeadlineSlot,
    DotChange,
    LinePanel,
    Measured,
    Missing,
    Number,
    Slope,
    SmallLines,
    Squares,
)

NOTHING = "Det finns ännu inga uppgifter att visa."


def known(value: Amount) -> Number:
    """For values already checked; a missing one here is a bug."""
    if isinstance(value, Missing):
        raise ValueError(f"a value is {value}")
    return value


def is_known(*values: Amount) -> bool:
    return not any(isinstance(value, Missing) for value in values)


def alt_text(data: ChartData) -> str:
    """Kind of chart, what it shows and every value in words."""
    match data:
        case DeadlineColumns():
            return _deadlines_alt(data)
        case DotChange():
            return _dots_alt(data)
        case Squares():
            groups = "; ".join(f"{formats.inside_sentence(g.name)}, {formats.said(g.count)}" for g in data.groups)
            return f"Rutdiagram, en ruta per {data.one}: {groups}."
        case SmallLines():
            return _lines_alt(data)
        case Bars():
            return _pairs_alt("Stapeldiagram", data, [(r.name, r.before, r.now) for r in data.rows])
        case Slope():
            return _pairs_alt("Lutningsdiagram", data, [(r.name, r.before, r.now) for r in data.lines])


def reading(data: ChartData) -> str:
    """One sentence: the largest change first, then the exception. Never a cause."""
    match data:
        case DeadlineColumns():
            return _deadlines_reading(data)
        case DotChange():
            return _dots_reading(data)
        case Squares():
            return _squares_reading(data)
        case SmallLines():
            return _lines_reading(data)
        case Bars():
            return _bars_reading(data)
        case Slope():
            return _slope_reading(data)


def late_percent(slot: DeadlineSlot) -> Amount:
    if isinstance(slot.counted, Missing):
        return slot.counted
    if isinstance(slot.late, Missing):
        return slot.late
    return 100 * slot.late / slot.counted if slot.counted else Missing.NOT_MEASURED


def _slot_said(slot: DeadlineSlot) -> str:
    share = late_percent(slot)
    said = f"{slot.said} {formats.said(slot.late)} av {formats.said(slot.counted)}"
    if is_known(slot.counted, slot.late, share):
        return f"{said} ({formats.percent_words(known(share))})"
    return said


def _deadlines_alt(data: DeadlineColumns) -> str:
    parts = []
    for panel in data.panels:
        told = [slot for slot in panel.slots if slot.counted is not Missing.NOT_MEASURED]
        gaps = "; övriga är inte mätta" if len(told) < len(panel.slots) else ""
        parts.append(f"{panel.title}: {', '.join(map(_slot_said, told)) or 'inget mätt'}{gaps}.")
    kind = "Stapeldiagram i två delar." if len(data.panels) == 2 else "Stapeldiagram."
    return " ".join([kind, *parts])


def _deadlines_reading(data: DeadlineColumns) -> str:
    for panel in data.panels:
        told = [slot for slot in panel.slots if is_known(late_percent(slot))]
        if told:
            return _panel_reading(panel, told)
    return NOTHING


def _panel_reading(panel: DeadlinePanel, told: list[DeadlineSlot]) -> str:
    worst, last = max(told, key=lambda slot: known(late_percent(slot))), told[-1]
    if known(worst.late) == 0:
        return f"Ingen tidsgräns passerades bland de {panel.noun} som är mätta."
    other = last if last is not worst else told[0]
    said = f"I {worst.said} var {formats.amount(worst.late)} av {formats.amount(worst.counted)} {panel.noun} försenade"
    if other is worst:
        return said + "."
    late = panel.none if known(other.late) == 0 else formats.amount(other.late)
    return f"{said}, i {other.said} {late} av {formats.amount(other.counted)}."


def _dots_alt(data: DotChange) -> str:
    def row(name: str, before: Amount, now: Amount) -> str:
        return f"{name}, {formats.said(before, Measured.PERCENT)} och {formats.said(now, Measured.PERCENT)}"

    rows = "; ".join(row(f"{r.name}, {r.unit}" if r.unit else r.name, r.before, r.now) for r in data.rows)
    counted = f"{formats.word(len(data.rows))} {data.noun}"
    return f"Punktdiagram över {counted}, {data.before_label} och {data.now_label}: {rows}."


def _dots_reading(data: DotChange) -> str:
    names = [row.name for row in data.rows]
    pairs = [
        (f"{r.name}, {r.unit}" if names.count(r.name) > 1 else r.name, known(r.before), known(r.now))
        for r in data.rows
        if is_known(r.before, r.now)
    ]
    if not pairs:
        return f"Inga {data.noun} kan jämföras med {data.before_label}."
    higher = sum(now > before for _, before, now in pairs)
    counted = f"{formats.sentence_start(formats.word(higher))} av {formats.word(len(pairs))} {data.noun}"
    start = f"{counted} är högre än {data.before_label}"
    name, before, now = min(pairs, key=lambda pair: pair[2] - pair[1])
    if now >= before:
        return start + "."
    change = f"från {formats.integer(formats.half_up(before))} till {formats.percent_words(now)}"
    return f"{start}; mest sjönk ”{name}”, {change}."


def _squares_reading(data: Squares) -> str:
    told = [group for group in data.groups if is_known(group.count) and group.count]
    if not told:
        return NOTHING
    common, gravest = max(told, key=lambda group: known(group.count)), told[0]
    hidden = len([g for g in data.groups if g.count is Missing.HIDDEN])
    total = "" if hidden else f"de {formats.integer(int(sum(known(g.count) for g in told)))} "
    said = f"Av {total}{data.many} är {formats.amount(common.count)} ”{formats.inside_sentence(common.name)}”"
    if gravest is common:
        return said + "."
    return f"{said} och {formats.amount(gravest.count)} ”{formats.inside_sentence(gravest.name)}”."


def _lines_alt(data: SmallLines) -> str:
    last = "; ".join(f"{p.name} {formats.said(p.first[-1])} och {formats.said(p.second[-1])}" for p in data.panels)
    return (
        f"{formats.sentence_start(formats.word(len(data.panels)))} små linjediagram, "
        f"{data.periods[0]}–{data.periods[-1]}. Antal {data.first_name} och {data.second_name} "
        f"{data.periods[-1]}: {last}."
    )


def _largest_change(panels: Iterable[LinePanel], series: str) -> str:
    """'bemötande, från 13 till 34' for the panel whose last period differs most from the one before."""
    steps = [(p.name, *getattr(p, series)[-2:]) for p in panels if is_known(*getattr(p, series)[-2:])]
    if not steps:
        return ""
    name, before, now = max(steps, key=lambda step: abs(step[2] - step[1]))
    if before == now:
        return ""
    return f"{formats.inside_sentence(name)}, från {formats.amount(before)} till {formats.amount(now)}"


def _lines_reading(data: SmallLines) -> str:
    known = [p for p in data.panels if is_known(*p.first[-2:]) or is_known(*p.second[-2:])]
    first, second = _largest_change(data.panels, "first"), _largest_change(data.panels, "second")
    said = [f"{name} om {change}" for name, change in ((data.first_name, first), (data.second_name, second)) if change]
    if len(data.periods) < 2 or not known:
        return NOTHING
    if not said:
        return f"Inget antal har ändrats sedan {data.periods[-2]}."
    return f"Sedan {data.periods[-2]} ändrades mest {', och '.join(said)}."


def _pairs_alt(kind: str, data: Bars | Slope, rows: list[tuple[str, Amount, Amount]]) -> str:
    if all(before is Missing.NOT_MEASURED for _, before, _ in rows):
        told = "; ".join(f"{name} {formats.said(now, data.measured)}" for name, _, now in rows)
        return f"{kind}, {data.noun} {data.now_label}: {told}."
    told = "; ".join(
        f"{name} {formats.said(before, data.measured)} och {formats.said(now, data.measured)}"
        for name, before, now in rows
    )
    return f"{kind}, {data.noun} {data.before_label} och {data.now_label}: {told}."


def _bars_reading(data: Bars) -> str:
    told = [row for row in data.rows if is_known(row.now)]
    if not told:
        return NOTHING
    most = max(told, key=lambda row: known(row.now))
    said = f"Högst är {most.name} med {formats.said(most.now, data.measured)}"
    if data.measured is Measured.COUNT:
        whole = f" av {formats.integer(int(sum(known(r.now) for r in told)))}" if len(told) == len(data.rows) else ""
        said = f"Flest {data.noun} {data.now_label} har {most.name}: {formats.amount(most.now)}{whole}"
    if not is_known(most.before):
        return said + "."
    return f"{said}, mot {formats.amount(most.before, data.measured)} under {data.before_label}."


def _slope_reading(data: Slope) -> str:
    told = [(line.name, known(line.before), known(line.now)) for line in data.lines if is_known(line.before, line.now)]
    if not told:
        return NOTHING
    up, down = max(told, key=lambda t: t[2] - t[1]), min(told, key=lambda t: t[2] - t[1])
    steps = [(up, "steg")] * (up[2] > up[1]) + [(down, "sjönk")] * (down[2] < down[1])
    if not steps:
        return f"Inget har ändrats sedan {data.before_label}."
    said = " och ".join(
        f"{formats.inside_sentence(name)} {verb} från {formats.amount(before, data.measured)} "
        f"till {formats.amount(now, data.measured)}"
        for (name, before, now), verb in steps
    )
    return f"Bland {data.noun}: {said}."
