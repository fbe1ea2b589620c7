"""Triage of many as shown: the reports that wait, what was told in each, and the result."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import CategoryList
from varvet.registers.deviations import actions, queries
from varvet.registers.deviations.forms.handle_many import SortForm, sort_forms
from varvet.registers.deviations.models import Deviation, Part


@dataclass(frozen=True)
class Line:
    """A report that waits: its form, and what was told."""

    form: SortForm
    deviation: Deviation
    told: str


@dataclass(frozen=True)
class TriagePage:
    lines: list[Line]
    versions: CategoryList | None
    sent: bool

    @property
    def is_right(self) -> bool:
        """All that was sent can be read, and something was chosen."""
        return self.versions is not None and bool(self.lines) and all(line.form.is_valid() for line in self.lines)

    @property
    def status(self) -> int:
        return 422 if self.sent and not self.is_right else 200

    def rows(self) -> list[actions.Sorted]:
        assert self.versions is not None
        return [line.form.row(self.versions) for line in self.lines if line.form.chosen]


def triage_page(request: PersonRequest) -> TriagePage:
    return _page(request.reader, request.POST or None)


def after(request: PersonRequest, outcomes: Sequence[actions.Outcome]) -> dict[str, object]:
    """What became of each, and those that still wait."""
    assessed = [outcome for outcome in outcomes if not outcome.wrong]
    refused = [outcome for outcome in outcomes if outcome.wrong]
    return {"page": _page(request.reader, None), "assessed": assessed, "refused": refused, "sent": True}


def _page(reader: Reader, data: QueryDict | None) -> TriagePage:
    versions = queries.category_list_on(reader.root, reader.today) if reader.root else None
    waiting = queries.list_waiting(reader)
    forms = sort_forms(data, waiting, versions, queries.signs_of(waiting))
    return TriagePage([_line(reader, form) for form in forms], versions, sent=data is not None)


def _line(reader: Reader, form: SortForm) -> Line:
    words = queries.read_narratives(reader, form.deviation)
    told = next((w.text for w in words if w.part == Part.WHAT), "")
    return Line(form, form.deviation, told)
