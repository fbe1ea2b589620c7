"""How far the handling of a deviation has come, as the rules ask."""

from django.db.models import Q, QuerySet

from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.suspicions import LEX_SARAH, OPEN
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Referral
from varvet.registers.deviations.models.deviation import Deviation
from varvet.registers.deviations.models.handover import Handover
from varvet.registers.deviations.models.outside import Collaboration, HealthCare
from varvet.registers.deviations.models.reporting import Reporting
from varvet.registers.deviations.rules import UNSETTLED, Nature, Progress, Tied

NOT_REFUSED = (Referral.State.OPEN, Referral.State.ACCEPTED)


def answers_by_cause(deviation: Deviation) -> dict[int, bool]:
    """Each cause by its id, and whether it has a measure or a reason for none."""
    measured = {part for part, _ in list_answers(deviation)}
    return {cause.pk: cause.needs_no_measure or cause.part in measured for cause in deviation.causes.all()}


def progress_of(deviation: Deviation, *, told: bool) -> Progress:
    """`told` says that the reporter is told now, or was before."""
    answered = answers_by_cause(deviation)
    states = list(_handover_states(deviation))
    case = [deviation.pk, *deviation.joined.values_list("pk", flat=True)]
    return Progress(
        status=deviation.status,
        assessed=deviation.assessed_on is not None,
        categorised=deviation.mentions.exists(),
        told_reporter=told,
        reporter_known=_reporter_reads(deviation),
        causes=len(answered),
        unanswered=list(answered.values()).count(False),
        followed_up=deviation.followed_up_on is not None,
        described=is_described(deviation),
        handovers=len(states),
        unsettled=sum(state in UNSETTLED for state in states),
        unweighed=Suspicion.objects.filter(OPEN, record__in=case).exists(),
        questions=Referral.objects.filter(origin__in=case, state=Referral.State.OPEN).count(),
    )


def is_described(deviation: Deviation) -> bool:
    """Whether what others have a part in is coded; of other kinds there is nothing to say."""
    if deviation.nature == Nature.HEALTH_CARE:
        return HealthCare.objects.filter(deviation=deviation).exists()
    if deviation.nature == Nature.COLLABORATION:
        return Collaboration.objects.filter(deviation=deviation).exists()
    return True


def _handover_states(deviation: Deviation) -> QuerySet[Handover, str]:
    """Of the deviation, and of the reports that are handled together with it."""
    rows = Handover.objects.filter(Q(deviation=deviation) | Q(deviation__joined_to=deviation))
    return rows.values_list("state", flat=True)


def _reporter_reads(deviation: Deviation) -> bool:
    """With an account of their own, or a code from the unit's link. What was read in from elsewhere has no reporter."""
    if deviation.opened_by_id is not None:
        return True
    reads = Q(on_behalf_of__isnull=False) | Q(follow_hash__gt="")
    return Reporting.objects.filter(reads, deviation=deviation).exists()


def tied(deviation: Deviation) -> Tied:
    """What decides whether it may be tied to another."""
    return Tied(
        status=deviation.status,
        tally=deviation.is_tally,
        joined=deviation.joined_to_id is not None,
        leads=deviation.joined.exists(),
        duplicated=deviation.duplicates.exists(),
        asked=Referral.objects.filter(origin_id=deviation.pk, to_kind=LEX_SARAH, state__in=NOT_REFUSED).exists(),
        outcome=deviation.outcome,
    )
