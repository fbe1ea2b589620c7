"""Reporting by a unit's link: no account, the same report, and a code to follow it by."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from varvet.kernel.crypto.handed import fingerprint, follow_code, hash_of_code
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import once
from varvet.kernel.records.reporting import find_open_link
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.actions.report import Report, Reporter, check_report, create_case
from varvet.registers.lex_sarah.models import KIND

NO_LINK = marked("Länken finns inte. Be enhetens chef om en ny.")


@transaction.atomic
def report_by_link(*, token: str, content: Report, key: str, now: datetime) -> Record:
    """The new case in the link's unit, or the one the same key made before; RuleBroken when the link does not hold.

    Whoever holds `key` can work out the follow-up code: it must be known to the sender's browser alone. Of the key and
    of the code only hashes are kept.
    """
    link = find_open_link(token)
    if link is None:
        raise RuleBroken("lex_sarah.link.none", NO_LINK)
    whole = replace(content, unit=link.unit, channel=rules.Channel.LINK, told_by="")
    check_report(whole, now)
    reporter = Reporter(follow_hash=hash_of_code(KIND, follow_code(KIND, key)), link=link.number)
    return once(fingerprint(key), by=None, create=lambda: create_case(whole, reporter, now))
