"""Taking in a month's log with the lists that explain it, and finding what must be explained, beside the pages."""

import logging
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked import ListsRead, Opened, ReadLists, Reviewed, ReviewLog, Unlike, Use
from varvet.extracts.apart.spoken import written
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.files.keeping import new_token
from varvet.kernel.files.stored import Upload
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.remember_columns import remember_columns
from varvet.registers.self_checks.actions.take_in_list import (
    Wanted,
    check_fields,
    check_upload,
    folder_kept,
    told_without_headings,
)
from varvet.registers.self_checks.models import LogFinding, LogReview, Round, StaffCode, folder_of
from varvet.registers.self_checks.rules import list_check as list_rules
from varvet.registers.self_checks.rules import log_review as log_rules
from varvet.registers.self_checks.rules.list_check import ListState
from varvet.registers.self_checks.rules.log_review import FindingKind, LogList, Reason

MAY_REVIEW = "self_checks.review_logs"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class LogSent:
    """The lists by their kind, of which the log and the assignments are needed. `drawn`: how many staff to draw."""

    source: str
    uploads: Mapping[LogList, Upload]
    columns: Mapping[LogList, ColumnMap]
    reviewers: Sequence[User]
    drawn: int = 0


def take_in_log(*, round_: Round, sent: LogSent, version: int, by: User, now: datetime) -> LogReview:
    """Whole or not at all. An earlier log is replaced as long as nothing of it has been judged."""
    _check_possible(round_, sent, by, now)
    token = new_token()
    with folder_kept(folder_of(token)) as folder:
        told = _read(round_, sent, folder)
        with transaction.atomic():
            made, earlier = _keep(round_, (token, sent, told), version=version, by=by, now=now)
    if earlier:
        shutil.rmtree(earlier, ignore_errors=True)
    return made


def _check_possible(round_: Round, sent: LogSent, by: User, now: datetime) -> None:
    check(by, MAY_REVIEW, round_.unit, today=day_of(now))
    rules.check_event(rules.Event.RECORD, round_.status)
    list_rules.check_method(round_.method, rules.Method.LOG_REVIEW)
    log_rules.check_lists(sent.uploads)
    for reviewer in sent.reviewers:
        check(reviewer, MAY_REVIEW, round_.unit, today=day_of(now))


def _read(round_: Round, sent: LogSent, folder: Path) -> ListsRead:
    """What is wrong is said at the list's own field."""
    for kind, upload in sent.uploads.items():
        with _said_at(kind):
            check_upload(upload)
    try:
        told = calling.ask(_asked(round_, sent, folder), ListsRead, _contents(sent))
    except calling.NotRead as broken:
        raise _at(broken, broken.which) from broken
    for kind in sent.uploads:
        with _said_at(kind):
            check_fields(log_rules.NEEDED[kind], told.lists[kind])
    return told


def _asked(round_: Round, sent: LogSent, folder: Path) -> ReadLists:
    year, empty = round_.last_day.year, ColumnMap(sent.source)
    wanted = {
        kind.value: Wanted(sent.columns.get(kind, empty), log_rules.FIELDS[kind], year).asked(
            round_.root, folder / f"{kind}.parquet"
        )
        for kind in sent.uploads
    }
    return ReadLists(wanted, {kind: len(upload.content) for kind, upload in sent.uploads.items()})


def _contents(sent: LogSent) -> bytes:
    return b"".join(upload.content for upload in sent.uploads.values())


@contextmanager
def _said_at(kind: LogList) -> Iterator[None]:
    try:
        yield
    except RuleBroken as broken:
        raise _at(broken, kind) from broken


def _at(broken: RuleBroken, kind: str) -> calling.NotRead:
    refused = calling.NotRead(broken.code, broken.wording, field=f"file_{kind}", values=broken.values)
    refused.headings = broken.headings if isinstance(broken, calling.NotRead) else ()
    return refused


def _keep(
    round_: Round, read: tuple[str, LogSent, ListsRead], *, version: int, by: User, now: datetime
) -> tuple[LogReview, Path | None]:
    token, sent, told = read
    current = spine.lock(round_, version=version)
    rules.check_event(rules.Event.RECORD, current.status)
    earlier = _remove_earlier(current)
    for kind, one in told.lists.items():
        remember_columns(current.root, (sent.source, kind), one.columns, now=now)
    bare = ListsRead({kind: told_without_headings(one) for kind, one in told.lists.items()})
    made = LogReview.objects.create(
        round=current,
        token=token,
        source=sent.source,
        read=written(bare),
        seed=secrets.token_hex(32),
        drawn=sent.drawn,
        taken_in_at=now,
        taken_in_by=by,
    )
    made.reviewers.set(sent.reviewers)
    rows = told.lists[LogList.LOG].read
    spine.commit(current, "log_read", by=by, data={"rows": rows, "lists": sorted(told.lists)})
    compute_log.enqueue(made.pk)
    return made, earlier


def _remove_earlier(round_: Round) -> Path | None:
    earlier = LogReview.objects.filter(round=round_).first()
    if earlier is None:
        return None
    log_rules.check_replaceable(earlier.findings.exclude(outcome="").count())
    folder = earlier.folder
    earlier.delete()
    return folder


@task
def compute_log(review_id: int) -> None:
    review = LogReview.objects.select_related("round__root").filter(pk=review_id).first()
    if review is not None:  # it may have been replaced
        compute_review(review, now=timezone.now())


def compute_review(review: LogReview, *, now: datetime) -> None:
    """Bears being done twice: what must be explained is written once, with the state."""
    if review.state != ListState.COUNTING or review.removed_on:
        return
    try:
        found = calling.ask(ReviewLog(str(review.folder)), Reviewed)
    except RuleBroken as error:
        logger.warning("A log could not be reviewed: %s", error.code)
        LogReview.objects.filter(pk=review.pk, state=ListState.COUNTING).update(state=ListState.FAILED)
        return
    _write(review, found, now)


@transaction.atomic
def _write(review: LogReview, found: Reviewed, now: datetime) -> None:
    current = LogReview.objects.select_for_update().filter(pk=review.pk, state=ListState.COUNTING).first()
    if current is None:
        return
    drawn = log_rules.draw(current.seed, found.staff, current.drawn)
    rows = [*map(_of_case, found.opened), *map(_of_use, found.unlike), *_of_draw(drawn.codes, found.use)]
    given = log_rules.deal([row.staff for row in rows], _own_codes(current), current.seed)
    for number, row in zip(count(1), rows, strict=False):
        row.review, row.number, row.reviewer_id = current, number, given[row.staff]
    LogFinding.objects.bulk_create(rows, batch_size=500)
    current.state, current.computed_at = ListState.COUNTED, now
    current.log_rows, current.pairs, current.staff = found.log_rows, found.pairs, len(found.staff)
    current.frame_hash = drawn.frame_hash
    current.save()


def _own_codes(review: LogReview) -> dict[int, list[str]]:
    """Reviewer -> the codes known to be theirs."""
    codes: dict[int, list[str]] = {pk: [] for pk in review.reviewers.values_list("pk", flat=True)}
    known = StaffCode.objects.filter(root=review.round.root, user__in=codes).exclude(code="")
    for user_id, code in known.values_list("user_id", "code"):
        codes[user_id].append(code)
    return codes


def _reasons(*said: tuple[bool, Reason]) -> str:
    return ",".join(reason.value for holds, reason in said if holds)


def _of_case(one: Opened) -> LogFinding:
    reasons = _reasons(
        (one.own, Reason.OWN),
        (one.protected, Reason.PROTECTED),
        (one.colleague, Reason.COLLEAGUE),
        (one.unassigned, Reason.UNASSIGNED),
    )
    return LogFinding(
        kind=FindingKind.OPENED,
        staff=one.staff,
        case=one.case,
        reasons=reasons,
        first=one.first,
        last=one.last,
        days=one.days,
        times=one.times,
        cases=1,
    )


def _of_use(one: Unlike) -> LogFinding:
    reasons = _reasons((one.unlisted, Reason.UNLISTED), (one.many, Reason.MANY), (one.rare, Reason.RARE))
    return LogFinding(
        kind=FindingKind.UNLIKE,
        staff=one.staff,
        reasons=reasons,
        times=one.times,
        typical=one.typical,
        rare_times=one.rare_times,
    )


def _of_draw(codes: Iterable[str], use: Iterable[Use]) -> Iterator[LogFinding]:
    used = {one.staff: one for one in use}
    for code in codes:
        own = used.get(code, Use(code, 0, 0))
        yield LogFinding(
            kind=FindingKind.DRAWN, staff=code, reasons=Reason.DRAWN.value, times=own.times, cases=own.cases
        )
