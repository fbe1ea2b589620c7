"""What a round's page says of the lists and the logs that belong to it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from varvet.extracts.checks.shipped import BY_NAME
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.models import ListCheck, Round
from varvet.registers.self_checks.rules import Method, Status
from varvet.registers.self_checks.rules.list_check import LIST_STATE_LABELS

HAPPENED = {
    "list_read": marked("En lista lästes in."),
    "kept_list_chosen": marked("En lista som redan var inläst valdes."),
    "log_read": marked("En logg lästes in."),
    "log_concluded": marked("Ett fynd i loggen bedömdes."),
}


@dataclass(frozen=True)
class ListShown:
    question: str
    href: str
    state: str
    taken_in_at: datetime
    used: bool
    removed: bool


@dataclass(frozen=True)
class ListsPart:
    """`new_href` is empty for those who may not, and when the round has its result."""

    rows: tuple[ListShown, ...]
    new_href: str


@dataclass(frozen=True)
class LogPart:
    """`href` is empty for those who may not review logs, `new_href` also when the round has its result."""

    href: str
    new_href: str
    exists: bool


def log_part(reader: Reader, round_: Round) -> LogPart | None:
    if round_.method != Method.LOG_REVIEW:
        return None
    may = reader.can(queries.MAY_REVIEW, round_.unit_id)
    exists = queries.find_log_review(round_) is not None
    queue = reverse("self_checks:log_queue", args=[round_.reference])
    new = reverse("self_checks:log_new", args=[round_.reference])
    is_open = round_.status in {Status.PLANNED, Status.ONGOING}
    return LogPart(queue if may and exists else "", new if may and is_open else "", exists)


def lists_part(reader: Reader, round_: Round) -> ListsPart | None:
    if round_.method != Method.LIST_CHECK:
        return None
    may = reader.can("self_checks.perform", round_.unit_id) and round_.status in {Status.PLANNED, Status.ONGOING}
    new_href = reverse("self_checks:lists", args=[round_.reference]) if may else ""
    return ListsPart(tuple(_shown(row, round_) for row in queries.list_checks_of(round_)), new_href)


def _shown(row: ListCheck, round_: Round) -> ListShown:
    return ListShown(
        question=said(BY_NAME[row.check_name].question),
        href=reverse("self_checks:list_result", args=[round_.reference, row.token]),
        state=said(LIST_STATE_LABELS[row.state]),
        taken_in_at=row.taken_in_at,
        used=row.used_at is not None,
        removed=row.removed_on is not None,
    )
