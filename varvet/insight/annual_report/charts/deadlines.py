"""Columns of all cases with the late ones inside, one panel for each thing that has a time limit."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import altair as alt

from varvet.insight.annual_report import formats
from varvet.insight.annual_report.chart_data import DeadlineColumns, DeadlinePanel, DeadlineSlot, Measured, Missing
from varvet.insight.annual_report.chart_words import is_known, known, late_percent
from varvet.insight.annual_report.charts import canvas
from varvet.insight.annual_report.charts.canvas import ALERT, LIGHT, MUTED, Box, Word
from varvet.insight.annual_report.drawings import PAPER, WIDTH, Drawing, Look

PLOT, HEAD, FOOT = 132, 34, 18  # heights: columns, panel name and share above, labels under
PANEL_GAP = 26
NAME_LETTER = 4.6  # width of an average letter in a panel's name
LONG_GAP = 3  # slots; shorter gaps get a dash


def draw(data: DeadlineColumns, look: Look) -> Drawing:
    boxes = places(data.panels, look)
    counted = [known(s.counted) for p in data.panels for s in p.slots if is_known(s.counted)]
    top = max([*counted, 1])
    layers: list[alt.Chart] = []
    for panel, box in zip(data.panels, boxes, strict=True):
        layers += draw_panel(panel, box, top)
        layers += gap_labels(panel, box, data.gap_label)
    layers += series_names(data, boxes[0], top)
    return canvas.finish(layers, look, boxes[-1].bottom + FOOT)


def places(panels: Sequence[DeadlinePanel], look: Look) -> list[Box]:
    """Side by side, wide by their slots and never narrower than their name; on a phone one by one."""
    width = WIDTH[look]
    if look is Look.PHONE or len(panels) == 1:
        return [Box(0, HEAD + i * (HEAD + PLOT + FOOT + 14), width, PLOT) for i in range(len(panels))]
    room = width - PANEL_GAP * (len(panels) - 1)
    total = sum(len(panel.slots) for panel in panels)
    wide = [max(room * len(p.slots) / total, NAME_LETTER * len(p.title)) for p in panels]
    widest = wide.index(max(wide))
    wide[widest] -= sum(wide) - room
    lefts = [sum(wide[:i]) + PANEL_GAP * i for i in range(len(panels))]
    return [Box(left, HEAD, share, PLOT) for left, share in zip(lefts, wide, strict=True)]


def column_row(slot: DeadlineSlot, index: int, panel: DeadlinePanel, box: Box, top: float) -> dict[str, Any]:
    pitch = box.width / len(panel.slots)
    tall, late = (known(n) / top * box.height for n in (slot.counted, slot.late))
    return {
        "x": box.left + pitch * (index + 0.5),
        "all": slot.counted,
        "late": slot.late,
        "share": formats.amount(late_percent(slot), Measured.PERCENT),
        "all_text": formats.amount(slot.counted) if tall >= 13 else "",
        "late_inside": formats.amount(slot.late) if late >= 12 else "",
        "late_above": formats.amount(slot.late) if 0 < late < 12 and tall - late >= 25 else "",
    }


def draw_panel(panel: DeadlinePanel, box: Box, top: float) -> list[alt.Chart]:
    pitch = box.width / len(panel.slots)
    bar = min(30, pitch * 0.84)
    scale = alt.Scale(domain=[0, top], range=[box.bottom, box.top], nice=False)
    measured = [
        column_row(slot, i, panel, box, top) for i, slot in enumerate(panel.slots) if is_known(slot.counted, slot.late)
    ]
    base = canvas.marks(measured).encode(x=canvas.across())

    def column(field: str, colour: str) -> alt.Chart:
        marks = base.mark_bar(size=bar, color=colour, orient="vertical")
        drawn: alt.Chart = marks.encode(y=alt.Y(field, type="quantitative", scale=scale, axis=None), y2=alt.datum(0))
        return drawn

    def label(at: str, text: str, **style: Any) -> alt.Chart:
        marks = base.mark_text(**{"align": "center", "baseline": "middle", "fontSize": 8.5, **style})
        drawn: alt.Chart = marks.encode(
            y=alt.Y(at, type="quantitative", scale=scale, axis=None), text=canvas.nominal(text)
        )
        return drawn

    names = [Word(box.left + pitch * (i + 0.5), box.bottom + 11, slot.label) for i, slot in enumerate(panel.slots)]
    return [
        column("all", LIGHT),
        column("late", ALERT),
        label("all", "share", dy=-8, fontSize=11 if pitch >= 24 else 8.5, fontWeight=600),
        label("all", "all_text", dy=8),
        label("late", "late_inside", dy=8, color=PAPER, fontWeight=600),
        label("late", "late_above", dy=-7, color=ALERT, fontWeight=600),
        canvas.hairlines([canvas.Line(box.left, box.right, box.bottom)], MUTED),
        canvas.words(names, align="center", color=MUTED, fontSize=9 if pitch >= 24 else 8),
        canvas.panel_names([Word(box.left, box.top - HEAD + 8, panel.title)]),
    ]


def gaps(slots: Sequence[DeadlineSlot]) -> Iterator[tuple[int, int]]:
    """(first, how many) for each run of slots without a measurement."""
    for missing, run in groupby(enumerate(slots), key=lambda item: item[1].counted is Missing.NOT_MEASURED):
        indexes = [index for index, _ in run]
        if missing:
            yield indexes[0], len(indexes)


def gap_labels(panel: DeadlinePanel, box: Box, said: str) -> list[alt.Chart]:
    pitch = box.width / len(panel.slots)
    long = [
        Word(box.left + pitch * (first + n / 2), box.bottom - 8, said)
        for first, n in gaps(panel.slots)
        if n >= LONG_GAP
    ]
    short = [
        Word(box.left + pitch * (first + i + 0.5), box.bottom - 8, formats.DASH)
        for first, n in gaps(panel.slots)
        if n < LONG_GAP
        for i in range(n)
    ]
    hidden = [
        Word(box.left + pitch * (i + 0.5), box.bottom - 8, formats.HIDDEN)
        for i, slot in enumerate(panel.slots)
        if Missing.HIDDEN in (slot.counted, slot.late)
    ]
    return [
        canvas.words(long, align="center", color=MUTED, fontSize=8.5, fontStyle="italic"),
        canvas.words([*short, *hidden], align="center", color=MUTED),
    ]


def series_names(data: DeadlineColumns, box: Box, top: float) -> list[alt.Chart]:
    """Beside the last column before a long gap where there is one, else in line with the panel's name."""
    slots = data.panels[0].slots
    pitch = box.width / len(slots)
    starts = [first for first, n in gaps(slots) if n >= LONG_GAP and first and is_known(slots[first - 1].late)]
    if starts:
        beside = slots[starts[0] - 1]
        x = box.left + pitch * starts[0] + 4
        high, low = (box.bottom - known(n) / top * box.height for n in (beside.counted, beside.late))
        first, second = Word(x, high + 8, data.all_label), Word(x, max(low + 8, high + 20), data.late_label)
        if known(beside.late) == 0:
            second = Word(x, high + 20, data.late_label)
    else:
        y = box.top - HEAD + 20
        first = Word(box.left, y, data.all_label)
        second = Word(box.left + canvas.LETTER * len(data.all_label) + 12, y, data.late_label)
    return [canvas.words([first], color=MUTED), canvas.words([second], color=ALERT, fontWeight=600)]
