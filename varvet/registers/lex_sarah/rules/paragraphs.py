"""Which paragraph a duty stands in: it follows from the act and from the day of what happened."""

from datetime import date

from varvet.kernel.law.statutes import paragraph_for
from varvet.registers.lex_sarah.rules.codes import Duty, Law

TOPIC = {Law.SOL: "lex_sarah_{duty}", Law.LSS: "lss_lex_sarah_{duty}"}


def paragraph(law: Law, duty: Duty, event_day: date) -> str:
    """As it is cited: the act of 2001 to 30 June 2025, then that of 2025; LSS has not moved."""
    return paragraph_for(TOPIC[law].format(duty=duty.value), event_day)
