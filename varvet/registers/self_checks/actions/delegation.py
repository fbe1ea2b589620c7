"""Taking in the delegationsordning: a new version from a day on, whole or not at all."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked import Pairs, PairsRead
from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.files.keeping import new_token
from varvet.kernel.files.stored import Upload
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.actions.take_in_list import Wanted, check_upload, folder_kept
from varvet.registers.self_checks.models import KIND, DelegationLine, DelegationOrder, folder_of
from varvet.registers.self_checks.rules import delegation as rules

MAY_DELEGATE = "self_checks.delegation"
SOURCE = "delegation"


def take_in_delegation(*, root: Unit, upload: Upload, first_day: date, by: User, now: datetime) -> DelegationOrder:
    """A list with a column for the decision and one for the role; several rows where several roles may."""
    check(by, MAY_DELEGATE, root, today=day_of(now))
    check_upload(upload)
    wanted = Wanted(ColumnMap(SOURCE), rules.FIELDS, first_day.year)
    with folder_kept(folder_of(new_token())) as folder:
        told = calling.ask(Pairs(wanted.asked(root, folder / "pairs.parquet")), PairsRead, upload.content)
        folder.rmdir()
    rules.check_lines(told.pairs, told.aside)
    return _keep(root, told.pairs, first_day, by=by, now=now)


@transaction.atomic
def _keep(root: Unit, pairs: rules.Pairs, first_day: date, *, by: User, now: datetime) -> DelegationOrder:
    Unit.objects.select_for_update().get(pk=root.pk)  # two at once get a number each
    last = DelegationOrder.objects.filter(root=root).aggregate(last=Max("number"))["last"] or 0
    order = DelegationOrder.objects.create(root=root, number=last + 1, first_day=first_day, made_at=now, made_by=by)
    DelegationLine.objects.bulk_create(
        [DelegationLine(order=order, decision=decision, role=role) for decision, role in pairs]
    )
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=root.pk)
    trail.write([trail.event("delegation_read", subject, data={"number": order.number, "lines": len(pairs)}, at=now)])
    return order
