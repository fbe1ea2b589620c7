"""Drawing in a process of its own while the report is counted and written: what draws holds Python's lock."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from varvet.insight.annual_report.chart_data import Bars, ChartData, Measured
from varvet.insight.annual_report.drawings import Drawing, Drawings, Look, draw
from varvet.insight.annual_report.value import Chart

FIRST = Bars("", "", "", Measured.COUNT, ())  # the first drawing takes longest: it is made before any is asked for


@dataclass(frozen=True)
class Drawer:
    """A process that draws. It starts at once, and is ready about when the counting is done."""

    pool: ProcessPoolExecutor

    def drawings(self, charts: Iterable[Chart], looks: Iterable[Look]) -> Drawings:
        """The drawings of a report, begun in this order; whoever asks for one waits until it is made."""
        asked: dict[tuple[ChartData, Look], Future[Drawing]] = {}
        wanted = [(chart.data, look) for look in looks for chart in charts]
        for data, look in dict.fromkeys(wanted):
            asked[data, look] = self.pool.submit(draw_whole, data, look)
        return Drawings(ahead=asked)


@contextmanager
def drawing_ahead() -> Iterator[Drawer]:
    """A new process, not a copy of this one: a copy would share its database connections."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(draw, FIRST, Look.PRINT)
        try:
            yield Drawer(pool)
        finally:
            pool.shutdown(cancel_futures=True)


def draw_whole(data: ChartData, look: Look) -> Drawing:
    """With the picture that Word takes, which is kept in the drawing."""
    drawing = draw(data, look)
    if look is Look.PRINT:
        assert drawing.png
    return drawing
