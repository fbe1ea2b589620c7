"""Joining: several reports are one investigation; each still counts as received, the one as investigated."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from varvet.kernel.access.models import User
from varvet.kernel.notifications.events import Event
from varvet.kernel.notifications.telling import tell
from varvet.kernel.records import spine
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import check_may, hold_alone
from varvet.registers.lex_sarah.models import LexSarah, declared_by, tied


@transaction.atomic
def join(*, case: LexSarah, lead: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    """From now on the report's state is that of `lead`, and whoever investigates `lead` has it."""
    rules.check_another(case.pk, lead.pk)
    for each in (case, lead):
        check_may(each, rules.Event.JOIN, by=by, now=now)
    current, [found] = spine.lock_with(case, Q(pk=lead.pk), version=version)
    rules.check_now(rules.Event.JOIN, current.status)
    rules.check_join(tied(current), tied(found))
    rules.check_takes_part(declared_by(found, by) | declared_by(current, by))
    current.status, current.joined_to, current.investigator = found.status, found, None
    current.law, current.category_list, current.category = found.law, found.category_list, found.category
    current.save()
    tell(current, Event.MERGED, to=[current.opened_by], by=by, now=now)
    spine.commit(found, "joined_by", by=by, data={"report": current.pk})
    spine.commit(current, "joined", by=by, data={"to": found.pk})
    return current


@transaction.atomic
def leave(*, case: LexSarah, version: int, by: User, now: datetime) -> LexSarah:
    """The report stands by itself again, received and not investigated."""
    current = hold_alone(case, rules.Event.LEAVE, version=version, by=by, now=now)
    rules.check_joined(current.joined_to_id is not None)
    rules.check_takes_part(declared_by(current, by))
    current.status = rules.check_transition(rules.Event.LEAVE, current.status)
    current.joined_to, current.category_list, current.category = None, None, None
    current.save()
    spine.commit(current, "left", by=by)
    return current
