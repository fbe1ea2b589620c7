"""Registering what a counterpart has told us, or what we tell them: a report whose kind is known from the start."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import once
from varvet.registers.deviations import rules
from varvet.registers.deviations.actions.describe import Between, keep_collaboration
from varvet.registers.deviations.actions.report import Origin, Report, check_report, create_deviation
from varvet.registers.deviations.actions.telling import MAY_HANDLE
from varvet.registers.deviations.models import Channel, Deviation


@transaction.atomic
def report_between(*, content: Report, between: Between, key: str, by: User, now: datetime) -> Record:
    """The new deviation, or the one the same key made before. It waits for an assessment as every report does."""
    check(by, MAY_HANDLE, content.unit, today=day_of(now))
    check_report(content, now)
    return once(key, by=by, create=lambda: _create(content, between, by, now))


def _create(content: Report, between: Between, by: User, now: datetime) -> Deviation:
    """What a counterpart told has no reporter among us: the counterpart is answered instead."""
    from_them = between.direction == rules.Direction.IN
    came = Origin(channel=Channel.OUTSIDE) if from_them else content.origin
    deviation = create_deviation(replace(content, origin=came), by=by, now=now)
    deviation.nature = rules.Nature.COLLABORATION
    if from_them:
        deviation.opened_by = None
    deviation.save()
    about = keep_collaboration(deviation, between, by=by, now=now)
    data = {"direction": between.direction, "counterpart": about.counterpart.code, "agreement": about.agreement.code}
    spine.commit(deviation, "collaboration_described", by=by, data=data)
    return deviation
