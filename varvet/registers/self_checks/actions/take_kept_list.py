"""Counting a round from a list that was read in by command: the list is the whole organisation's, so few may."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from varvet.extracts.apart import calling
from varvet.extracts.apart.asked import ListRead
from varvet.extracts.apart.asked_of_kept import UseKept
from varvet.extracts.apart.places import LIST
from varvet.extracts.checks.shipped import BY_NAME
from varvet.extracts.shelf.kinds import kind_read_by
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.files.keeping import new_token
from varvet.kernel.law.days import day_of
from varvet.registers.self_checks.actions.take_in_list import (
    Taken,
    check_fields,
    check_possible,
    folder_kept,
    keep_list,
)
from varvet.registers.self_checks.models import FOLDER, ListCheck, Round, folder_of

EVENT = "kept_list_chosen"


@dataclass(frozen=True)
class KeptChosen:
    """Which check, which kept list by its name, which of its units (empty: all), and the day it was taken out."""

    check: str
    name: str
    source: str
    unit: str
    as_of: date


def take_kept_list(*, round_: Round, chosen: KeptChosen, version: int, by: User, now: datetime) -> ListCheck:
    """The round gets a file of its own, which goes by the round's term. Counted later, from the same job as others."""
    check_possible(round_, by, now)
    check(by, "self_checks.perform", round_.root, today=day_of(now))
    token, used = new_token(), BY_NAME[chosen.check]
    with folder_kept(folder_of(token)) as folder:
        shelf = str(settings.VARVET_DATA / FOLDER)
        unit, out = chosen.unit.strip(), str(folder / LIST)
        asked = UseKept(shelf, round_.root.slug, kind_read_by(used), chosen.name, unit, out)
        told = calling.ask(asked, ListRead)
        check_fields(used.needs, told)
        taken = Taken(token, chosen.check, chosen.source, chosen.as_of, told, unit)
        with transaction.atomic():
            return keep_list(round_, taken, EVENT, version=version, by=by, now=now)
