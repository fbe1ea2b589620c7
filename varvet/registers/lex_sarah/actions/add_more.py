"""Whoever reported adds something afterwards: kept beside the first words, and told to whoever investigates."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.crypto.handed import fingerprint
from varvet.kernel.notifications.events import Event as News
from varvet.kernel.notifications.telling import Holding, tell_holder
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import keep
from varvet.kernel.records.once import once
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.steps import INVESTIGATE
from varvet.registers.lex_sarah.models import ByCode, LexSarah, Part

ADDED = "added_more"


@transaction.atomic
def add_more(*, case: LexSarah, text: str, key: str, by: User, now: datetime) -> Record:
    """Asks for no version: nothing is written over. Whoever has the case's page open is told of the newer version."""
    if case.opened_by_id != by.pk or case.reporter_shut_out:
        raise NotAllowed(_("Bara den som har rapporterat kan lägga till något."))
    return once(key, by=by, create=lambda: _add(case, text, by, now))


@transaction.atomic
def add_more_by_code(*, follow_hash: str, text: str, key: str, now: datetime) -> Record:
    """As `add_more`, for whoever holds the report's code. ByCode.DoesNotExist for a code that is none."""
    found = ByCode.objects.select_related("case").get(follow_hash=follow_hash)
    return once(fingerprint(key), by=None, create=lambda: _add(found.case, text, None, now))


def _add(case: LexSarah, text: str, by: User | None, now: datetime) -> LexSarah:
    """A report that is investigated in another case is with whoever investigates that one."""
    current = LexSarah.objects.select_for_update(of=("self",)).get(pk=case.pk)
    rules.check_open_for_more(current.status)
    rules.check_added(text)
    keep(current, {Part.MORE: text}, by=by, now=now)
    lead = current.joined_to or current
    if by is None or lead.investigator_id != by.pk:
        tell_holder(Holding(current, lead.investigator_id, INVESTIGATE), News.ADDED, by=by, now=now)
    spine.commit(current, ADDED, by=by)
    return current
