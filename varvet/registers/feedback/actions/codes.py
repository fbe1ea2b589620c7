"""A code to hand to somebody who said something to staff, so that they too can read the answer."""

from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.crypto.handed import follow_code, hash_of_code
from varvet.kernel.records.once import new_key
from varvet.registers.feedback.actions.steps import begin, finish
from varvet.registers.feedback.models import KIND, Feedback, Following
from varvet.registers.feedback.rules import Event


@transaction.atomic
def give_code(*, feedback: Feedback, version: int, by: User, now: datetime) -> str:
    """The code, shown once: only its hash is kept. A code given before stops working, as when a note is lost."""
    current = _noted_now(feedback, by) or begin(feedback, Event.GIVE_CODE, version=version, by=by, now=now)
    code = follow_code(KIND, new_key())
    Following.objects.update_or_create(feedback=current, defaults={"follow_hash": hash_of_code(KIND, code)})
    finish(current, "code_given", by=by)
    return code


def _noted_now(feedback: Feedback, by: User) -> Feedback | None:
    """Whoever noted what somebody said may hand them the first code, until somebody has done something with it."""
    current = Feedback.objects.select_for_update(of=("self",)).get(pk=feedback.pk)
    untouched = current.version == 1 and not current.has_code
    return current if untouched and current.opened_by_id == by.pk else None
