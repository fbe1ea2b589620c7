"""The start page as a whole: what waits, what the parts of the house have to say, and where to report."""

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.queue import greeting
from varvet.kernel.queue.panels import list_panels
from varvet.kernel.queue.tasks import can_be_asked, list_tasks
from varvet.kernel.records.panels import Panel
from varvet.kernel.records.registry import Task

SHOWN = 7  # of what waits; the rest stands on the page of the whole queue


@dataclass(frozen=True)
class StartPage:
    """`parts` are what registers and apps have to say. `guide` is the address of help for who is unsure, or empty."""

    today: date
    greeting: str
    sentence: str
    tasks: tuple[Task, ...]
    parts: tuple[Panel, ...]
    has_queue: bool
    has_role: bool
    guide: str

    @property
    def first(self) -> tuple[Task, ...]:
        return self.tasks[:SHOWN]

    @property
    def under(self) -> tuple[Panel, ...]:
        """Lists, for the column of the queue."""
        return tuple(panel for panel in self.parts if panel.rows)

    @property
    def beside(self) -> tuple[Panel, ...]:
        """Sentences, for the column next to it."""
        return tuple(panel for panel in self.parts if not panel.rows)

    @property
    def is_empty(self) -> bool:
        return not (self.has_queue or self.parts)


def start_page(reader: Reader, now: datetime) -> StartPage:
    tasks = list_tasks(reader)
    has_queue = bool(tasks) or can_be_asked(reader)
    return StartPage(
        today=reader.today,
        greeting=greeting.greet(now),
        sentence=greeting.sentence(tasks, now) if has_queue else _without_queue(reader),
        tasks=tuple(tasks),
        parts=tuple(list_panels(reader)),
        has_queue=has_queue,
        has_role=reader.main_assignment is not None,
        guide=_guide(reader),
    )


def _guide(reader: Reader) -> str:
    try:
        return reverse("deviations:guide") if reader.has("deviations.report") else ""
    except NoReverseMatch:
        return ""


def _without_queue(reader: Reader) -> str:
    """For those whom no case waits for: what the page is for instead."""
    if reader.has("deviations.report"):
        return _("Har något hänt som du vill berätta?")
    if reader.has("operations.view"):
        return _("Så här mår systemet.")
    return _("Här läser du hur det går.") if reader.main_assignment else ""
