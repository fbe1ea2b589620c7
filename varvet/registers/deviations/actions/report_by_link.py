"""Reporting by a unit's link: no account, the same report, and a code to follow it by."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import once
from varvet.registers.deviations.actions.report import Origin, Report, check_report, create_deviation
from varvet.registers.deviations.models import Channel, UnitLink
from varvet.registers.deviations.models.codes import fingerprint, follow_code, hash_of_code
from varvet.registers.deviations.rules import links


@transaction.atomic
def report_by_link(*, link: UnitLink, content: Report, key: str, now: datetime) -> Record:
    """The new deviation in the link's unit, or the one the same key made before.

    Whoever holds `key` can work out the follow-up code: it must be known to the sender's browser alone. Of the key and
    of the code only hashes are kept.
    """
    current = UnitLink.objects.select_related("unit__root").get(pk=link.pk)
    links.check_open(revoked=current.revoked_at is not None, last_day=current.last_day, today=day_of(now))
    origin = Origin(channel=Channel.LINK, link=current, follow_hash=hash_of_code(follow_code(key)))
    whole = replace(content, unit=current.unit, origin=origin)
    check_report(whole, now)
    return once(fingerprint(key), by=None, create=lambda: create_deviation(whole, by=None, now=now))
