"""Wrong payments in every state, made by the actions themselves."""

from datetime import timedelta

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.models import Fact
from varvet.kernel.records.once import new_key
from varvet.registers.payment_errors import actions, rules
from varvet.registers.payment_errors.models import PaymentError
from varvet.registers.payment_errors.rules import Answer, Cause

LATER = NOW + timedelta(days=2)
SECRET = "Lönen för Anna Ek i januari räknades inte med"
FINDING = actions.Finding(Cause.CLIENT, 4_200, "Lönen var inte redovisad.")
YES, NO = actions.Decided(Answer.YES, amount=4_200), actions.Decided(Answer.NO, "Det var inte uppsåtligt.")


def reported(cast: Cast, by: User | None = None) -> PaymentError:
    content = actions.Report(cast.a, SECRET, rules.Channel.TIP)
    record = actions.report(content=content, key=new_key(), by=by or cast.bo, now=NOW)
    return PaymentError.objects.get(pk=record.pk)


def begun(cast: Cast) -> PaymentError:
    return actions.begin_investigation(error=reported(cast), version=1, by=cast.alice, now=NOW)


def completed(cast: Cast, finding: actions.Finding = FINDING) -> PaymentError:
    error = begun(cast)
    return actions.complete(error=error, finding=finding, version=error.version, by=cast.alice, now=LATER)


def decided(cast: Cast) -> PaymentError:
    error = completed(cast)
    error = actions.decide_reclaim(error=error, decided=YES, version=error.version, by=cast.alice, now=LATER)
    return actions.decide_police(error=error, decided=NO, version=error.version, by=cast.alice, now=LATER)


def closed(cast: Cast) -> PaymentError:
    error = decided(cast)
    return actions.close(error=error, version=error.version, by=cast.alice, now=LATER)


def happenings(error: PaymentError) -> list[tuple[str, str]]:
    rows = Fact.objects.filter(record_id=error.pk).order_by("pk")
    return [(fact.happening, fact.kind) for fact in rows]


def events(error: PaymentError) -> list[str]:
    rows = AuditEvent.objects.filter(kind="payment_errors", record_id=error.pk).order_by("pk")
    return [row.event for row in rows]
