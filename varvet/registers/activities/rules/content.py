"""What an activity says: its sort, what it leads to, and what is right to write."""

from datetime import date
from enum import StrEnum

from varvet.kernel.law.personal_data import Sort as Personal
from varvet.kernel.law.personal_data import find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.activities.rules.repeating import LAST_DAY, MONTHS, Repeat, Rule

LONGEST_NAME, LONGEST_REASON = 120, 300
MOST_DAYS_AHEAD = 120


class Sort(StrEnum):
    """Each is a lane of the wheel, the outermost first."""

    CHECK = "check"
    ANALYSIS = "analysis"
    REPORT = "report"
    REVIEW = "review"
    RISK = "risk"
    MEETING = "meeting"
    OTHER = "other"


SORT_LABELS: dict[str, str] = {
    Sort.CHECK: marked("Egenkontroll"),
    Sort.ANALYSIS: marked("Analys"),
    Sort.REPORT: marked("Rapport"),
    Sort.REVIEW: marked("Granskning"),
    Sort.RISK: marked("Riskarbete"),
    Sort.MEETING: marked("Möte"),
    Sort.OTHER: marked("Annat"),
}


class Makes(StrEnum):
    """What comes of it, and so where it is done."""

    SELF_CHECK = "self_check"
    REPORT = "report"
    COMPILATION = "compilation"
    RISK = "risk"
    IMPROVEMENT = "improvement"
    NOTE = "note"


MAKES_LABELS: dict[str, str] = {
    Makes.SELF_CHECK: marked("En egenkontroll"),
    Makes.REPORT: marked("Kvalitetsberättelsen"),
    Makes.COMPILATION: marked("En sammanställning"),
    Makes.RISK: marked("En riskanalys"),
    Makes.IMPROVEMENT: marked("En förbättringsåtgärd"),
    Makes.NOTE: marked("En anteckning"),
}
# The register whose record it leads to; what is not named here may be any record.
KIND_OF: dict[str, str] = {
    Makes.SELF_CHECK: "self_checks",
    Makes.RISK: "risks",
    Makes.IMPROVEMENT: "improvements",
}


def check_name(name: str) -> None:
    """Lists, calendars and reports show it."""
    if not name.strip():
        raise RuleBroken("activity.name.empty", marked("Skriv vad som ska göras."), field="name")
    if any(found.sort is Personal.PERSONAL_NUMBER for found in find_personal(name)):
        sentence = marked("Namnet syns i listor och kalendrar. Skriv aldrig ett personnummer där.")
        raise RuleBroken("activity.name.person", sentence, field="name")


def check_rule(rule: Rule) -> None:
    """The month exists in its period, and what is done once has a day."""
    if rule.repeat is Repeat.ONCE:
        if rule.on is None:
            raise RuleBroken("activity.on.none", marked("Skriv vilken dag det ska vara gjort."), field="on")
        return
    if not 1 <= rule.month <= MONTHS[rule.repeat]:
        sentence = marked("Perioden har {months} månader. Välj en av dem.")
        raise RuleBroken("activity.month", sentence, field="month", values={"months": MONTHS[rule.repeat]})
    if not 1 <= rule.day <= LAST_DAY:
        raise RuleBroken("activity.day", marked("Skriv en dag mellan 1 och 31."), field="day")


def check_span(first_day: date, last_day: date | None) -> None:
    if last_day is not None and last_day < first_day:
        raise RuleBroken("activity.span", marked("Sista dagen ligger före den första."), field="last_day")


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise RuleBroken("activity.reason.empty", marked("Skriv varför."), field="reason")
    if any(found.sort is Personal.PERSONAL_NUMBER for found in find_personal(reason)):
        raise RuleBroken("activity.reason.person", marked("Skriv aldrig ett personnummer i skälet."), field="reason")


def check_done(done_on: date, today: date) -> None:
    if done_on > today:
        raise RuleBroken("activity.done.ahead", marked("Dagen har inte varit än."), field="done_on")


def check_moved(due_on: date, to: date, today: date) -> None:
    if to == due_on:
        raise RuleBroken("activity.move.same", marked("Den ligger redan den dagen. Välj en annan."), field="to")
    if to < today:
        raise RuleBroken("activity.move.past", marked("Dagen har passerat. Välj i dag eller senare."), field="to")
