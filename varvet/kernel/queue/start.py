"""The start page as a whole: what waits, what the parts of the house have to say, and where to report."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.queue import greeting
from varvet.kernel.queue.panels import list_panels
from varvet.kernel.queue.tasks import list_tasks
from varvet.kernel.records.panels import Panel
from varvet.kernel.records.registry import Task, list_registers

SHOWN = 7  # of what waits; the rest stands on the page of the whole queue


@dataclass(frozen=True)
class StartPage:
    """`under` are lists below the queue, `beside` sentences in the column next to it."""

    today: date
    greeting: str
    sentence: str
    tasks: tuple[Task, ...]
    under: tuple[Panel, ...]
    beside: tuple[Panel, ...]
    has_queue: bool
    has_role: bool
    may_report: bool

    @property
    def first(self) -> tuple[Task, ...]:
        return self.tasks[:SHOWN]

    @property
    def is_empty(self) -> bool:
        return not (self.has_queue or self.under or self.beside)


def start_page(reader: Reader, now: datetime) -> StartPage:
    tasks, panels = list_tasks(reader), list_panels(reader)
    has_queue = bool(tasks) or _works(reader)
    return StartPage(
        today=reader.today,
        greeting=greeting.greet(now),
        sentence=greeting.sentence(tasks, now) if has_queue else _without_queue(reader),
        tasks=tuple(tasks),
        under=tuple(panel for panel in panels if panel.rows),
        beside=tuple(panel for panel in panels if not panel.rows),
        has_queue=has_queue,
        has_role=reader.main_assignment is not None,
        may_report=reader.has("deviations.report"),
    )


def _works(reader: Reader) -> bool:
    """Whether anything can come to wait for the reader."""
    return any(reader.has(code) for register in list_registers() for code in register.tasks_for)


def _without_queue(reader: Reader) -> str:
    """For those whom no case waits for: what the page is for instead."""
    if reader.has("deviations.report"):
        return _("Har något hänt som du vill berätta?")
    return _("Så här ser det ut i dag.") if reader.main_assignment else ""
