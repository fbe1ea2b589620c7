"""What can be done with a report now: one step first, and the others."""

from dataclasses import dataclass

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import starts_from
from varvet.registers.provider_reports import queries, rules
from varvet.registers.provider_reports.models import ProviderReport
from varvet.registers.provider_reports.rules import Event, Missing, Status
from varvet.registers.provider_reports.views.shown_asks import ASKS
from varvet.registers.provider_reports.views.shown_missing import address_of, items_of, left_of, sentence_of

OF_ONE_FOLLOW_UP = frozenset({Event.ANSWER, Event.FINISH})  # reached from the follow-up itself
FINISH_EACH = marked("Slutför varje uppföljning")


@dataclass(frozen=True)
class Way:
    """A step that can be taken now, and where."""

    label: str
    href: str


def next_of(reader: Reader, report: ProviderReport) -> dict[str, object]:
    able = queries.can_handle(reader, report)
    possible = [e for e in Event if able and rules.may(e, report.status) and e not in OF_ONE_FOLLOW_UP]
    items = items_of(report) if report.status in rules.OPEN else []
    first = _first(report, possible, items)
    ways = [_way(event, report) for event in possible]
    return {
        "first": first,
        "others": [way for way in ways if first is None or way.href != first.href],
        "starts": starts_from(reader, report) if report.status in rules.JUDGED else [],
        "missing": [left_of(item, report) for item in items if not item.done],
        "done": [sentence_of(item) for item in items if item.done],
    }


def _first(report: ProviderReport, possible: list[Event], items: list[Missing]) -> Way | None:
    left = [item.place for item in items if not item.done]
    if report.status == Status.FOLLOWING_UP and rules.FOLLOW_UPS in left and possible:
        return Way(said(FINISH_EACH), address_of(rules.FOLLOW_UPS, report))
    wanted = _wanted(report, left)
    return _way(wanted, report) if wanted in possible else None


def _wanted(report: ProviderReport, left: list[str]) -> Event:
    """What the state asks for; who the provider is comes before anything is asked of it."""
    if report.provider_id is None:
        return Event.DESCRIBE
    if report.status in rules.JUDGED:
        return next((Event(place) for place in left if place != rules.FOLLOW_UPS), Event.CLOSE)
    if report.status == Status.INVESTIGATED or report.investigation_on:
        return Event.ASSESS
    return Event.TAKE_IN if report.status == Status.REQUESTED else Event.REQUEST


def _way(event: Event, report: ProviderReport) -> Way:
    return Way(said(ASKS[event].link), address_of(event, report))
