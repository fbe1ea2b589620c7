"""Taking in a list from the case system for a round: read with codes in place of personal numbers, then counted."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked import ListRead, ReadList
from varvet.extracts.apart.places import LIST
from varvet.extracts.apart.spoken import written
from varvet.extracts.checks.shapes import RightDelegate
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import key_for
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.files.keeping import new_token
from varvet.kernel.files.stored import MEGABYTE, MOST_BYTES, Upload
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import spine
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import rules
from varvet.registers.self_checks.actions.compute_list import compute_list
from varvet.registers.self_checks.actions.remember_columns import remember_columns
from varvet.registers.self_checks.models import DelegationOrder, ListCheck, Round, folder_of
from varvet.registers.self_checks.rules import list_check as list_rules

CASES = "cases"  # what the columns are of
EVENT = "list_read"
EMPTY = marked("Filen är tom.")
TOO_LARGE = marked(
    "Filen är för stor. Här läses högst {most} MB: dela listan, till exempel per månad. "
    "Den som sköter driften kan läsa in större listor med kommandot varvet extract import. "
    "Sedan kan en samordnare välja listan här."
)


@dataclass(frozen=True)
class ListSent:
    """A list as sent: which check it is for, and the day it was taken out of the case system."""

    check: str
    source: str
    columns: ColumnMap
    as_of: date
    upload: Upload


@dataclass(frozen=True)
class Taken:
    """A list that was read: the name of its folder, the check it is for, and what reading it told of it or a part."""

    token: str
    check: str
    source: str
    as_of: date
    told: ListRead
    part: str = ""


def take_in_list(*, round_: Round, sent: ListSent, version: int, by: User, now: datetime) -> ListCheck:
    """A wrong file is refused with a sentence and nothing of it is kept. What is counted comes later, from a job."""
    check_possible(round_, by, now)
    chosen, token = BY_NAME[sent.check], new_token()
    with folder_kept(folder_of(token)) as folder:
        told = read_list(round_.root, sent.upload, Wanted(sent.columns, chosen.uses, sent.as_of.year), folder / LIST)
        check_fields(chosen.needs, told)
        taken = Taken(token, sent.check, sent.source, sent.as_of, told)
        with transaction.atomic():
            remember_columns(round_.root, (sent.source, CASES), told.columns, now=now)
            return keep_list(round_, taken, EVENT, version=version, by=by, now=now)


def check_possible(round_: Round, by: User, now: datetime) -> None:
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    rules.check_event(rules.Event.RECORD, round_.status)
    list_rules.check_method(round_.method, rules.Method.LIST_CHECK)


def check_fields(needed: Sequence[str], told: ListRead) -> None:
    """The headings go with the refusal, so that the person can say which is which."""
    try:
        list_rules.check_columns(needed, told.fields)
    except RuleBroken as broken:
        missing = calling.NotRead(broken.code, broken.wording, values=broken.values)
        missing.headings = told.headings
        raise missing from broken


def keep_list(round_: Round, taken: Taken, event: str, *, version: int, by: User, now: datetime) -> ListCheck:
    """Within the caller's transaction: the row, its event, and the job that counts it."""
    current = spine.lock(round_, version=version)
    rules.check_event(rules.Event.RECORD, current.status)
    made = ListCheck.objects.create(
        round=current,
        token=taken.token,
        check_name=taken.check,
        source=taken.source,
        part=taken.part,
        as_of=taken.as_of,
        delegation=_delegation(current.root, taken),
        read=written(told_without_headings(taken.told)),
        taken_in_at=now,
        taken_in_by=by,
    )
    spine.commit(current, event, by=by, data={"check": taken.check, "rows": taken.told.read})
    compute_list.enqueue(made.pk)
    return made


def _delegation(root: Unit, taken: Taken) -> DelegationOrder | None:
    """The one in force on the day the list was taken out. RuleBroken where a check needs one and there is none."""
    if not isinstance(BY_NAME[taken.check].rule, RightDelegate):
        return None
    orders = DelegationOrder.objects.filter(root=root, first_day__lte=taken.as_of)
    found = orders.order_by("-first_day", "-number").first()
    if found is None:
        raise RuleBroken("self_check.list.delegation", list_rules.NO_DELEGATION)
    return found


@dataclass(frozen=True)
class Wanted:
    """Which columns and fields to read, and the year by which ten digits are taken for a person."""

    columns: ColumnMap
    fields: tuple[str, ...]
    this_year: int

    def asked(self, root: Unit, out: Path) -> ReadList:
        key = key_for(settings.AUDIT_KEY, root.slug).hex()
        return ReadList(self.columns, self.fields, key, self.this_year, str(out))


def read_list(root: Unit, upload: Upload, wanted: Wanted, out: Path) -> ListRead:
    check_upload(upload)
    return calling.ask(wanted.asked(root, out), ListRead, upload.content)


def check_upload(upload: Upload) -> None:
    if upload.size > MOST_BYTES or (upload.size and not upload.content):
        most = MOST_BYTES // MEGABYTE
        raise RuleBroken("self_check.list.large", TOO_LARGE, field="file", values={"most": most})
    if not upload.size:
        raise RuleBroken("self_check.list.empty_file", EMPTY, field="file")


def told_without_headings(told: ListRead) -> ListRead:
    return ListRead(told.columns, told.read, told.aside, told.left_out, told.findings)


@contextmanager
def folder_kept(folder: Path) -> Iterator[Path]:
    """Made for its owner only; gone again unless all goes well."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
