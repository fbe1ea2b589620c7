"""What the guide answers: what it is, why, and where it is reported."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import forms
from varvet.registers.deviations.rules.guide import Kind

# Where each kind is begun: the address's name and the permission. Registers know each other by these names alone.
BEGUN_AT = {
    Kind.DEVIATION: ("deviations:report", "deviations.report"),
    Kind.LEX_SARAH: ("lex_sarah:report", "lex_sarah.report"),
    Kind.FEEDBACK: ("feedback:capture", "feedback.receive"),
    Kind.PRIVACY: ("privacy_incidents:report", "privacy_incidents.report"),
}
LINKS = {
    Kind.DEVIATION: marked("Rapportera avvikelsen"),
    Kind.LEX_SARAH: marked("Rapportera enligt lex Sarah"),
    Kind.FEEDBACK: marked("Registrera synpunkten"),
    Kind.PRIVACY: marked("Rapportera incidenten"),
}


@dataclass(frozen=True)
class Answer:
    """What to do; without an address it is done somewhere else, or by somebody with another role."""

    title: str
    why: str
    href: str
    link: str


def answer_of(reader: Reader, form: forms.GuideForm) -> Answer:
    advice = form.advice()
    return Answer(said(advice.title), said(advice.why), _address(reader, advice.kind), said(LINKS.get(advice.kind, "")))


def _address(reader: Reader, kind: Kind) -> str:
    """Empty where the register does not run here, or the reader may not begin anything in it."""
    name, permission = BEGUN_AT.get(kind, ("", ""))
    if not name or not reader.has(permission):
        return ""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
