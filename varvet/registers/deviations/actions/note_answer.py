"""Noting what another register answered: a deviation taken on as lex Sarah counts as such from then on."""

from django.db import transaction
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.records import spine
from varvet.kernel.records.models import Referral
from varvet.registers.deviations.actions.telling import tell_handler
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules.also import LEX_SARAH


@transaction.atomic
def note_answer(referral: Referral, by: User) -> None:
    """Called by the spine inside the answer's transaction; who may answer has been asked there."""
    deviation = Deviation.objects.select_for_update().get(pk=referral.origin_id)
    if referral.to_kind == LEX_SARAH and referral.state == Referral.State.ACCEPTED:
        deviation.outcome = LEX_SARAH
        deviation.save(update_fields=["outcome"])
    tell_handler(deviation, Event.ASK_ANSWERED, by=by, now=referral.answered_at or timezone.now())
    spine.commit(deviation, f"referral_{referral.state}", by=by, data={"to": referral.to_kind})
