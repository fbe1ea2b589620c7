"""What must always be true of the reconciliation, worked out from the tables themselves and not from what it says."""

from django.db.models import Q

from tests.reconciliation.work import Work
from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.holding import without_holder
from varvet.kernel.questions import reconciliation
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.reconciliation import Possible, Standing
from varvet.kernel.queue.questions import list_asked
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import Link, Record, Referral
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import LEFT_OUT, Status

ENDED = {Status.CLOSED, *LEFT_OUT}
LEX_SARAH = "lex_sarah"


def check_everything(work: Work) -> None:
    root = work.cast.root
    found = reconciliation.reconcile(root, Record.objects.filter(root=root), today=work.today)
    everything = [*found.open, *found.cases, *found.reasons]
    ids = [one.record.pk for one in everything]
    assert len(ids) == len(set(ids)) == found.count, "each once"
    assert set(ids) == work.possible | _told_by_the_tables(), "none is lost, none is made up"
    for one in everything:
        _check_standing(one)
    for one in found.open:
        _check_owned(one, work)
    assert rebuild(check=True).different == []


def _told_by_the_tables() -> set[int]:
    asked = Referral.objects.filter(to_kind=LEX_SARAH).values_list("origin_id", flat=True)
    worried = Deviation.objects.filter(worry=4).values_list("pk", flat=True)
    return {*asked, *worried}


def _check_standing(one: Possible) -> None:
    questions = Referral.objects.filter(origin=one.record, to_kind=LEX_SARAH)
    accepted = questions.filter(state=Referral.State.ACCEPTED).first()
    if one.standing is Standing.CASE:
        assert one.case is not None
        assert one.case.kind == LEX_SARAH
        assert Link.objects.filter(source=one.case, target=one.record).exists()
    if accepted is not None:
        assert one.standing is Standing.CASE
    if one.standing is Standing.REASON:
        _check_reason(one)
    deviation = Deviation.objects.get(pk=one.record.pk)
    if one.is_open and deviation.status in ENDED:
        assert _noticed_after_the_end(deviation), "closed or left out only with an answer or a reason"


def _check_reason(one: Possible) -> None:
    """Words, and a person behind them."""
    refused = Referral.objects.filter(origin=one.record, to_kind=LEX_SARAH, state=Referral.State.REFUSED)
    weighed = Suspicion.objects.filter(record=one.record, weighed_at__isnull=False)
    told = [*((row.reason, row.answered_by) for row in refused), *((row.reason, row.weighed_by) for row in weighed)]
    assert told
    assert all(reason and reason.strip() and by for reason, by in told)
    assert one.by in {by for _, by in told}


def _noticed_after_the_end(deviation: Deviation) -> bool:
    """Somebody told or asked more of it when it was closed already."""
    days = [deviation.closed_on, deviation.dismissed_on, deviation.duplicate_on]
    ended = min(day for day in days if day)
    later = Q(noticed_at__date__gte=ended)
    asked = Referral.objects.filter(origin=deviation, asked_at__date__gte=ended)
    return Suspicion.objects.filter(later, record=deviation).exists() or asked.exists()


def _check_owned(one: Possible, work: Work) -> None:
    """With somebody who can answer; else those who follow and those who run the system are told."""
    permission = "lex_sarah.investigate" if one.standing is Standing.ASKED else "deviations.assess"
    unit = Record.objects.select_related("unit").get(pk=one.record.pk).unit
    able = [user for user in User.objects.filter(is_active=True) if can(user, permission, unit, today=work.today)]
    assert bool(one.owners) == bool(able)
    assert all(can(User.objects.get(pk=user.pk), permission, unit, today=work.today) for user in one.owners)
    assert one.due is not None
    if not one.owners:
        lost = without_holder(work.cast.root, today=work.today)
        assert one.record.pk in {clock.record_id for clock in lost}, "and so are those who run the system"
    if one.is_late(work.today):
        frida = Reader(User.objects.get(name="Frida"), work.today)
        told = {asked.task.reference for asked in list_asked(frida)}
        assert one.record.reference in told, "who follows is told of what is late or without anybody"
