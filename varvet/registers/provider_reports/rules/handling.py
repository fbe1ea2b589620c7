"""What each step needs: pure decisions, RuleBroken with a sentence where it is not there."""

from dataclasses import dataclass
from datetime import date

from varvet.kernel.law import statutes
from varvet.kernel.law.words import marked
from varvet.kernel.records import wording
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports.rules.answers import TO_AUTHORITY, Agreement, Decision, Known, Law

# Where the duty to inform the board stands in each act; the act that held on the event's day decides which.
INFORMS = {Law.SOL: "lex_sarah_enskild_informerar", Law.LSS: "lss_lex_sarah_enskild_informerar"}


def section_of(law: Law, event_day: date) -> str:
    """The paragraph by which the provider informs the board about what happened on the day."""
    return statutes.paragraph_for(INFORMS[law], event_day)


def check_words(field: str, text: str, missing: str) -> None:
    wording.check_words("provider_report", field, text, missing)


def check_not_ahead(field: str, day: date | None, today: date) -> None:
    """Nothing that has been done was done on a day to come."""
    if day is not None and day > today:
        raise RuleBroken(f"provider_report.{field}.ahead", "Dagen har inte varit än. Kontrollera datumet.", field=field)


def check_not_before(field: str, day: date, earlier: date) -> None:
    if day < earlier:
        sentence = marked("Dagen är före {day}, då steget före blev klart. Kontrollera datumet.")
        raise RuleBroken(f"provider_report.{field}.before", sentence, field=field, values={"day": earlier.isoformat()})


def check_still_ahead(field: str, day: date, today: date) -> None:
    """Something to be done has its day left."""
    if day < today:
        raise RuleBroken(f"provider_report.{field}.past", "Välj i dag eller en senare dag.", field=field)


def check_happened(occurred: date | None, informed: date) -> None:
    """Nobody is informed of what has not happened yet."""
    if occurred is not None and occurred > informed:
        sentence = marked("Händelsen kan inte ha skett efter att ni fick informationen.")
        raise RuleBroken("provider_report.occurred_day.after", sentence, field="occurred_day")


def check_provider(*, known: bool) -> None:
    if not known:
        sentence = marked("Skriv först vilken utförare det gäller, under Komplettera uppgifterna.")
        raise RuleBroken("provider_report.provider.unknown", sentence)


@dataclass(frozen=True)
class Notified:
    """What is known of the provider's notification to the inspectorate (IVO), and of what was decided there."""

    notified: str
    on: date | None = None
    number: str = ""
    decision: str = ""
    decided_on: date | None = None


def check_notified(content: Notified, outcome: str, today: date) -> None:
    """A day and a number only where it was notified, a decision with its day, and both in order."""
    is_notified = content.notified == Known.YES
    if is_notified and content.on is None:
        raise RuleBroken("provider_report.notified_on.none", "Skriv vilken dag utföraren anmälde.", field="notified_on")
    told = any([content.on, content.number, content.decision, content.decided_on])
    if told and not is_notified:
        sentence = marked("Dag, nummer och beslut skrivs bara när utföraren har anmält till IVO.")
        raise RuleBroken("provider_report.notified.no", sentence, field="notified")
    if is_notified and outcome and outcome not in TO_AUTHORITY:
        sentence = marked("Bara det som är allvarligt anmäls till IVO. Kontrollera utförarens utfall.")
        raise RuleBroken("provider_report.notified.outcome", sentence, field="notified")
    check_not_ahead("notified_on", content.on, today)
    _check_decision(content, today)


def _check_decision(content: Notified, today: date) -> None:
    if bool(content.decision) != (content.decided_on is not None):
        sentence = marked("IVO:s beslut och dagen för det hör ihop. Skriv båda.")
        raise RuleBroken("provider_report.decision.day", sentence, field="decided_on")
    if content.decision:
        Decision(content.decision)
    check_not_ahead("decided_on", content.decided_on, today)
    if content.on and content.decided_on:
        check_not_before("decided_on", content.decided_on, content.on)


def check_agreement(agreement: Agreement, *, investigated: bool) -> None:
    """One agrees or not with an investigation there is; without one the grounds say why it was not waited for."""
    if investigated and agreement is Agreement.NO_BASIS:
        sentence = marked("Utredningen har kommit in. Välj om ni delar utförarens bedömning.")
        raise RuleBroken("provider_report.agreement.basis", sentence, field="agreement")
    if not investigated and agreement is not Agreement.NO_BASIS:
        sentence = marked("Ingen utredning har kommit in. Ta emot den först, eller välj att ingen har lämnats.")
        raise RuleBroken("provider_report.agreement.no_basis", sentence, field="agreement")


def check_unfinished(*, done: bool) -> None:
    if done:
        raise RuleBroken("provider_report.follow_up.done", "Uppföljningen är redan slutförd.")
