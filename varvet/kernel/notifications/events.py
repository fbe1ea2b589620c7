"""What people are told of: for each event its sentence, and how it is mailed to those who have not chosen."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked


class MailMode(StrEnum):
    """When a person gets an event by mail. In the program it always shows."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NEVER = "never"


MODE_LABELS = {
    MailMode.AT_ONCE: marked("Mejl direkt"),
    MailMode.DAILY: marked("Ett mejl om dagen"),
    MailMode.NEVER: marked("Inget mejl"),
}


class Side(StrEnum):
    """Whose event it is: theirs who handle the record, or theirs who reported it."""

    REPORTING = "reporting"
    HANDLING = "handling"


SIDE_LABELS = {
    Side.REPORTING: marked("Det du har rapporterat"),
    Side.HANDLING: marked("Det du handlägger"),
}


class Event(StrEnum):
    ARRIVED = "arrived"
    ASSIGNED = "assigned"
    REROUTED = "rerouted"
    ADDED = "added"
    REOPENED = "reopened"
    ASSESSED = "assessed"
    ANSWERED = "answered"
    CLOSED = "closed"
    DISMISSED = "dismissed"
    MERGED = "merged"
    SERIOUS = "serious"
    DUE_SOON = "due_soon"
    DUE = "due"
    OVERDUE = "overdue"
    ESCALATED = "escalated"
    HOURS_LEFT = "hours_left"
    ASKED = "asked"
    ASK_ANSWERED = "ask_answered"
    UNANSWERED = "unanswered"


@dataclass(frozen=True)
class Kind:
    """An event as told. `sentence` holds {reference} and nothing else of the record: it stands in mail too."""

    event: Event
    label: str
    sentence: str
    mode: MailMode
    side: Side = Side.HANDLING


KINDS = {
    kind.event: kind
    for kind in (
        Kind(Event.ARRIVED, marked("Något nytt har kommit in"), marked("{reference} har kommit in."), MailMode.AT_ONCE),
        Kind(
            Event.ASSIGNED,
            marked("Du har fått hand om ett ärende"),
            marked("Du har fått hand om {reference}."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.REROUTED,
            marked("Ett ärende har flyttats till din enhet"),
            marked("{reference} har flyttats till din enhet."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.ADDED,
            marked("Rapportören har lagt till något"),
            marked("Rapportören har lagt till något i {reference}."),
            MailMode.DAILY,
        ),
        Kind(
            Event.REOPENED,
            marked("Ett ärende har öppnats igen"),
            marked("{reference} har öppnats igen."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.ASSESSED,
            marked("Något du rapporterat har bedömts"),
            marked("{reference} har bedömts."),
            MailMode.DAILY,
            Side.REPORTING,
        ),
        Kind(
            Event.ANSWERED,
            marked("Du har fått svar på en rapport"),
            marked("Du har fått svar om {reference}."),
            MailMode.AT_ONCE,
            Side.REPORTING,
        ),
        Kind(
            Event.CLOSED,
            marked("Något du rapporterat har avslutats"),
            marked("{reference} har avslutats. Läs hur det blev."),
            MailMode.AT_ONCE,
            Side.REPORTING,
        ),
        Kind(
            Event.DISMISSED,
            marked("Något du rapporterat är ingen avvikelse"),
            marked("{reference} har bedömts som ingen avvikelse. Läs varför."),
            MailMode.AT_ONCE,
            Side.REPORTING,
        ),
        Kind(
            Event.MERGED,
            marked("Något du rapporterat har lagts ihop med ett annat ärende"),
            marked("{reference} har lagts ihop med ett annat ärende."),
            MailMode.DAILY,
            Side.REPORTING,
        ),
        Kind(
            Event.SERIOUS,
            marked("Något allvarligt har hänt i hälso- och sjukvården"),
            marked("{reference} har bedömts som allvarlig."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.DUE_SOON,
            marked("Ett ärende ska snart vara klart"),
            marked("{reference} ska snart vara klart."),
            MailMode.DAILY,
        ),
        Kind(
            Event.DUE,
            marked("Ett ärende ska vara klart i dag"),
            marked("{reference} ska vara klart i dag."),
            MailMode.DAILY,
        ),
        Kind(Event.OVERDUE, marked("Ett ärende är försenat"), marked("{reference} är försenat."), MailMode.AT_ONCE),
        Kind(
            Event.HOURS_LEFT,
            marked("Det är timmar kvar i ett ärende"),
            marked("Tiden för {reference} går snart ut."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.ESCALATED,
            marked("Ett ärende hos någon under dig är försenat"),
            marked("{reference} är försenat. Den som har ärendet är påmind."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.ASKED,
            marked("Ett annat register frågar om ni tar emot ett ärende"),
            marked("En fråga om {reference} väntar på svar."),
            MailMode.AT_ONCE,
        ),
        Kind(
            Event.ASK_ANSWERED,
            marked("En fråga till ett annat register har fått svar"),
            marked("Frågan om {reference} har fått svar."),
            MailMode.DAILY,
        ),
        Kind(
            Event.UNANSWERED,
            marked("En möjlig lex Sarah har inget svar"),
            marked("{reference} kan vara lex Sarah och har inget svar i tid."),
            MailMode.AT_ONCE,
        ),
    )
}
