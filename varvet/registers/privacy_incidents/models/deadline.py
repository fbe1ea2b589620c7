"""Until when IMY must be told: from the instant somebody here knew, by the term in force that day."""

from dataclasses import dataclass
from datetime import datetime

from varvet.kernel.law.days import day_of, due
from varvet.kernel.law.terms import Term
from varvet.kernel.organisation.terms import TermTable
from varvet.registers.privacy_incidents.models.incident import PrivacyIncident

IMY_TERM = "personuppgiftsincident_imy"


@dataclass(frozen=True)
class Deadline:
    """The last moment to notify IMY, in UTC, and the term it follows from."""

    moment: datetime
    term: Term


def imy_deadline(incident: PrivacyIncident, terms: TermTable) -> Deadline:
    term = terms.term_on(IMY_TERM, day_of(incident.received_at))
    moment = due(incident.received_at, term)
    assert isinstance(moment, datetime)  # the term is counted in hours: a correction cannot change that
    return Deadline(moment, term)
