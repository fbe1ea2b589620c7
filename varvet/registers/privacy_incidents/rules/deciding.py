"""What the delegate decides, and what is written down of the notification and of telling those concerned."""

from dataclasses import dataclass
from datetime import date, datetime

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.privacy_incidents.rules.codes import Answer
from varvet.registers.privacy_incidents.rules.reporting import check_words


@dataclass(frozen=True)
class Decision:
    """Whether IMY is notified and people told; a no has its reason (GDPR articles 33.1, 33.5 and 34.3)."""

    notify: Answer
    inform: Answer
    why_not_notify: str = ""
    why_not_inform: str = ""
    delegation: str = ""


def check_decision(decision: Decision) -> None:
    if decision.notify is Answer.NO:
        check_words("why_not", decision.why_not_notify, marked("Skriv varför den inte anmäls."))
    if decision.inform is Answer.NO:
        check_words("why_not_inform", decision.why_not_inform, marked("Skriv varför de inte informeras."))
    if not decision.delegation.strip():
        sentence = marked("Skriv vilken punkt i delegationsordningen beslutet stöds på.")
        raise RuleBroken("privacy_incidents.delegation", sentence, field="delegation")


def check_still(decision: Decision, *, notified: bool, informed: bool) -> None:
    """What has been done cannot be decided away."""
    if notified and decision.notify is Answer.NO:
        sentence = marked("Den är redan anmäld till IMY. Det går inte att ändra.")
        raise RuleBroken("privacy_incidents.decided.notified", sentence, field="notify")
    if informed and decision.inform is Answer.NO:
        sentence = marked("De berörda är redan informerade. Det går inte att ändra.")
        raise RuleBroken("privacy_incidents.decided.informed", sentence, field="inform")


def check_to_notify(decided: str, *, notified: bool) -> None:
    """A notification is registered once, and only what was decided."""
    if decided != Answer.YES:
        raise RuleBroken("privacy_incidents.notify.decided", "Beslutet är att den inte anmäls till IMY.")
    if notified:
        sentence = marked("Anmälan är redan registrerad. Lägg till en komplettering i stället.")
        raise RuleBroken("privacy_incidents.notify.twice", sentence)


def check_notified(sent_at: datetime, aware_at: datetime, now: datetime) -> None:
    if not aware_at <= sent_at <= now:
        sentence = marked("Anmälan ska ligga mellan att ni fick veta och nu.")
        raise RuleBroken("privacy_incidents.notified.moment", sentence, field="sent_at")


def check_delay(*, in_time: bool, why_late: str) -> None:
    """A late notification says why (GDPR article 33.1)."""
    if not in_time:
        check_words("why_late", why_late, marked("Anmälan är sen. Skriv varför."))


def check_supplement(sent_on: date, notified_on: date | None, today: date, *, more_follows: bool) -> None:
    """Article 33.4: what is added belongs to a notification that said that more follows."""
    if notified_on is None or not more_follows:
        raise RuleBroken("privacy_incidents.supplement.none", "Det finns ingen anmälan att komplettera.")
    if not notified_on <= sent_on <= today:
        sentence = marked("Dagen ska ligga från dagen för anmälan till i dag.")
        raise RuleBroken("privacy_incidents.supplement.day", sentence, field="sent_on")


def check_to_inform(decided: str, *, informed: bool) -> None:
    if decided != Answer.YES:
        raise RuleBroken("privacy_incidents.inform.decided", "Beslutet är att de berörda inte informeras.")
    if informed:
        raise RuleBroken("privacy_incidents.inform.twice", "Det är redan skrivet att de berörda är informerade.")


def check_between(field: str, day: date, first: date, today: date) -> None:
    """Something that has happened: from a first day until today."""
    if not first <= day <= today:
        sentence = marked("Dagen ska ligga från den dag ni fick veta till i dag.")
        raise RuleBroken(f"privacy_incidents.{field}.day", sentence, field=field)


def check_not_notified(notified_on: date | None) -> None:
    """What IMY has been told of is closed as an incident, whatever it turned out to be."""
    if notified_on is not None:
        sentence = marked("Den är anmäld till IMY. Avsluta den som en incident.")
        raise RuleBroken("privacy_incidents.dismiss.notified", sentence)


def check_ruling(notified_on: date | None) -> None:
    if notified_on is None:
        raise RuleBroken("privacy_incidents.ruling.none", "IMY svarar på en anmälan. Registrera den först.")


def check_ahead(field: str, day: date, today: date) -> None:
    if day <= today:
        sentence = marked("Välj en dag som kommer.")
        raise RuleBroken(f"privacy_incidents.{field}.past", sentence, field=field)
