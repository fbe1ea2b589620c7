"""Writing and approving a compilation: permission, rule, one transaction, and the trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from varvet.insight.compilations import frozen, rules
from varvet.insight.compilations.document import Order, document
from varvet.insight.compilations.models import Compilation, Section, Status
from varvet.insight.compilations.queries import WRITE, Wanted, texts_of
from varvet.insight.compilations.rules import Place
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import StaleVersion
from varvet.kernel.ui.words import day_and_month

KIND = "compilation"
APPROVED = marked("Fastställd {day}")


@dataclass(frozen=True)
class Change:
    """What somebody does to which compilation, knowing which version; 0 before there is any."""

    wanted: Wanted
    version: int
    by: User
    now: datetime


@transaction.atomic
def save(change: Change, texts: Mapping[Place, str]) -> Compilation:
    """Keeps the words of every section. StaleVersion, and nothing saved, where somebody else has saved since."""
    compilation = _locked(change)
    rules.check_open(approved=compilation.status == Status.APPROVED)
    for place, text in texts.items():
        values = {"text": text.strip(), "written_by_id": change.by.pk, "written_at": change.now}
        if texts_of(compilation).get(place, "") != text.strip():
            Section.objects.update_or_create(compilation=compilation, place=place, defaults=values)
    _stepped(compilation, change, "saved")
    return compilation


@transaction.atomic
def approve(change: Change) -> Compilation:
    """Freezes words and figures as they are now, in Swedish whoever approves."""
    compilation, wanted, today = _locked(change), change.wanted, day_of(change.now)
    rules.check_open(approved=compilation.status == Status.APPROVED)
    texts = texts_of(compilation)
    rules.check_ready(texts, wanted.stretch.last, today)
    order = Order(wanted.root, wanted.unit, wanted.years, wanted.stretch, today)
    with override("sv"):
        kept = frozen.freeze(document(order, texts, APPROVED.format(day=f"{day_and_month(today, today)} {today.year}")))
    compilation.status, compilation.approved_at = Status.APPROVED, change.now
    compilation.approved_by_id = change.by.pk
    compilation.report, compilation.digest = kept.report, kept.digest
    _stepped(compilation, change, "approved")
    return compilation


def _locked(change: Change) -> Compilation:
    """The row, made with the first words. Two who begin at once: the second finds the first's."""
    wanted = change.wanted
    check(change.by, WRITE, wanted.unit, today=day_of(change.now))
    values = {
        "root": wanted.root,
        "first_day": wanted.stretch.first,
        "last_day": wanted.stretch.last,
        "changed_at": change.now,
        "version": 0,
    }
    begun, _made = Compilation.objects.get_or_create(unit=wanted.unit, period=wanted.stretch.code, defaults=values)
    found = Compilation.objects.select_for_update().get(pk=begun.pk)
    if found.version != change.version:
        raise StaleVersion(f"{wanted.unit.name}, {wanted.stretch.name}", change.version, found.version)
    return found


def _stepped(compilation: Compilation, change: Change, event: str) -> None:
    compilation.version += 1
    compilation.changed_at = change.now
    compilation.save()
    subject = trail.Subject(kind=KIND, actor_id=change.by.pk, unit_id=compilation.unit_id)
    data = {"period": compilation.period, "version": compilation.version, "digest": compilation.digest}
    trail.write([trail.event(event, subject, data=data, at=change.now)])
