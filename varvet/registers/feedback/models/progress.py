"""How far the handling of a piece of feedback has come, as the rules ask."""

from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.suspicions import OPEN
from varvet.kernel.records.models import Confidentiality, Referral
from varvet.registers.feedback.models.feedback import Feedback
from varvet.registers.feedback.rules import Joinable, Progress, Status


def progress_of(feedback: Feedback) -> Progress:
    """Of the case: what is handled together with it is weighed, read and asked about with it."""
    case = [feedback.pk, *feedback.joined.values_list("pk", flat=True)]
    return Progress(
        sort=feedback.sort,
        answered=feedback.status == Status.ANSWERED
        or (feedback.settled_at_once and feedback.status != Status.REOPENED),
        categorised=feedback.mentions.exists(),
        unread=Feedback.objects.filter(pk__in=case, added_on__isnull=False).exists(),
        unweighed=Suspicion.objects.filter(OPEN, record__in=case).exists(),
        questions=Referral.objects.filter(origin__in=case, state=Referral.State.OPEN).count(),
    )


def joinable(feedback: Feedback) -> Joinable:
    """What decides whether it may be tied to another."""
    return Joinable(
        pk=feedback.pk,
        status=feedback.status,
        received_at=feedback.received_at,
        joined=feedback.joined_to_id is not None,
        leads=feedback.joined.exists(),
        shut=feedback.confidentiality == Confidentiality.MANAGER_EXCLUDED,
    )
