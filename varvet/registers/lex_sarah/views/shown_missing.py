"""What an investigation still needs, and where each thing is written."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import LexSarah, progress_of
from varvet.registers.lex_sarah.rules import SECTIONS
from varvet.registers.lex_sarah.rules.completing import ANSWERS, CAUSE

ON_THE_PAGE = {ANSWERS: "orsaker"}  # done where the causes stand
STEP = {CAUSE: "causes"}  # whose address is called something else


@dataclass(frozen=True)
class Left:
    """Something to write, and where."""

    label: str
    href: str


def items_of(case: LexSarah) -> list[rules.Missing]:
    """Nothing before there is an investigation, or after it is complete."""
    return rules.before_completing(progress_of(case)) if case.status == rules.Status.OPENED else []


def missing_of(case: LexSarah) -> list[Left]:
    return [Left(said(item.sentence), address_of(item.place, case)) for item in items_of(case) if not item.done]


def done_of(case: LexSarah) -> list[str]:
    return [said(item.sentence) for item in items_of(case) if item.done]


def address_of(place: str, case: LexSarah) -> str:
    if place in ON_THE_PAGE:
        return f"{reverse('lex_sarah:investigation', args=[case.reference])}#{ON_THE_PAGE[place]}"
    if place in SECTIONS:
        return reverse("lex_sarah:section", args=[case.reference, place])
    return reverse(f"lex_sarah:{STEP.get(place, place)}", args=[case.reference])
