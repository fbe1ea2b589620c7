"""That a risk came true: tied to the record that tells of it, and untied when that was wrong."""

from django.db import transaction

from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.narratives import keep
from varvet.registers.risks import rules
from varvet.registers.risks.actions.steps import Change, begin, finish, note_occurred
from varvet.registers.risks.models import KIND, Happening, Part, Risk, What
from varvet.registers.risks.rules import Event


@transaction.atomic
def occur(change: Change, record: Record, words: str = "") -> Risk:
    """`record` is one that whoever does it may open: the caller has looked. It counts on the day it happened."""
    current = begin(change, Event.OCCUR)
    _check(current, record)
    Link.objects.get_or_create(source_id=current.pk, target_id=record.pk, kind=LinkKind.CONCERNS, part="")
    note_occurred(current, record, record.occurred_day or day_of(record.received_at), change.by)
    keep(current, {Part.OCCURRED: words}, by=change.by, now=change.now)
    return finish(current, "occurred", change, {"record": record.pk})


@transaction.atomic
def untie(change: Change, record: Record, reason: str) -> Risk:
    """It is no longer counted; why, and that it was tied, stands in the risk's history."""
    current = begin(change, Event.UNTIE)
    rules.check_words("reason", reason, marked("Skriv varför händelsen lossas."))
    found = Happening.objects.filter(risk=current, what=What.OCCURRED, record_id=record.pk)
    if not found.exists():
        raise RuleBroken("risk.record.untied", marked("Välj en händelse som är kopplad till risken."), field="tied")
    found.delete()
    Link.objects.filter(source_id=current.pk, target_id=record.pk, kind=LinkKind.CONCERNS, part="").delete()
    keep(current, {Part.UNTIED: reason}, by=change.by, now=change.now)
    return finish(current, "untied", change, {"record": record.pk})


def _check(risk: Risk, record: Record) -> None:
    if record.root_id != risk.root_id or record.kind == KIND:
        raise RuleBroken("risk.record.other", marked("Välj en händelse i ett annat register."), field="reference")
    if Happening.objects.filter(risk=risk, what=What.OCCURRED, record=record).exists():
        raise RuleBroken("risk.record.twice", marked("Den händelsen är redan kopplad till risken."), field="reference")
