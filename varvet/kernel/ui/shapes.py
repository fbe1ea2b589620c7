"""The one motif, the lap: a ring that fills or empties, and the clock built on it. Geometry only."""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

from varvet.kernel.ui.words import MINUS, TimeUnit

SMALLEST_SHARE = 0.04  # what is drawn when nothing is left: a mark at twelve o'clock
CLOCK_CENTRE = 22.0
CLOCK_RADIUS = 18.5
SOON_HOURS = 36  # a working day and the night before it


class Tone(StrEnum):
    """How pressing time is; also the CSS class."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"


class StateShape(StrEnum):
    UNDER_WAY = "under_way"
    DONE = "done"
    SIDE = "side"


@dataclass(frozen=True)
class Clock:
    """A ring with the share of time left. `path` is an SVG path in a 44 x 44 view box."""

    tone: Tone
    path: str
    text: str

    @property
    def number_class(self) -> str:
        return "ck-n small" if len(self.text) > 3 else "ck-n"


def _point(centre: float, radius: float, share: float) -> str:
    angle = 2 * pi * share - pi / 2
    return f"{centre + radius * cos(angle):.2f} {centre + radius * sin(angle):.2f}"


def arc(start: float, end: float, *, centre: float, radius: float) -> str:
    """An SVG path clockwise between two shares of a lap (0 and 1 at twelve o'clock)."""
    length = end - start
    if length >= 1:
        half = _point(centre, radius, start + 0.5)
        begin = _point(centre, radius, start)
        step = f"A{radius:g} {radius:g} 0 0 1"
        return f"M{begin}{step} {half}{step} {begin}"
    large = 1 if length > 0.5 else 0
    return f"M{_point(centre, radius, start)}A{radius:g} {radius:g} 0 {large} 1 {_point(centre, radius, end)}"


def filled_arc(share: float, *, centre: float, radius: float) -> str:
    """From twelve o'clock and on; `share` 0-1 is what is done."""
    return arc(0.0, min(max(share, 0.0), 1.0), centre=centre, radius=radius)


def tone_of(left: int, unit: TimeUnit) -> Tone:
    """Late below zero; soon on the last working day (one day or 36 hours left)."""
    if left < 0:
        return Tone.LATE
    limit = SOON_HOURS if unit is TimeUnit.HOURS else 1
    return Tone.SOON if left <= limit else Tone.CALM


def clock(left: int, total: int, unit: TimeUnit) -> Clock:
    """`left` of `total` in the same unit. Empties clockwise; late is a full ring with a minus number."""
    tone = tone_of(left, unit)
    number = f"{MINUS}{-left}" if left < 0 else str(left)
    text = f"{number} h" if unit is TimeUnit.HOURS else number
    share = 1.0 if left < 0 else max(min(left / total if total else 0.0, 1.0), SMALLEST_SHARE)
    start = 1.0 - share if left else -SMALLEST_SHARE
    return Clock(tone, arc(start, start + share, centre=CLOCK_CENTRE, radius=CLOCK_RADIUS), text)


def state_shape(step: int, steps: int) -> StateShape:
    """Step 0 is a side track; the last step is done."""
    if step <= 0:
        return StateShape.SIDE
    return StateShape.DONE if step >= steps else StateShape.UNDER_WAY
