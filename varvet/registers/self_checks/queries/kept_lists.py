"""Lists that were read in by command, for those who may count the whole organisation's."""

from datetime import date

from django.conf import settings

from varvet.extracts.checks.shapes import Check
from varvet.extracts.shelf.keeping import list_kept
from varvet.extracts.shelf.kinds import kind_read_by
from varvet.extracts.shelf.manifests import Kept
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.registers.self_checks.models import FOLDER, Round
from varvet.registers.self_checks.queries.round import MAY_PERFORM


def may_use_kept(reader: Reader, round_: Round) -> bool:
    """In the organisation as a whole: a kept list is about all of it."""
    return reader.can(MAY_PERFORM, round_.unit_id) and reader.can(MAY_PERFORM, round_.root_id)


def list_kept_for(reader: Reader, round_: Round, check: Check) -> list[Kept]:
    """The newest first, of the kind that the check reads; none for those who may not use them."""
    if not may_use_kept(reader, round_):
        return []
    return list_kept(settings.VARVET_DATA / FOLDER, round_.root.slug, kind_read_by(check))[::-1]


def imported_on(kept: Kept) -> date:
    return day_of(kept.manifest.imported_at)
