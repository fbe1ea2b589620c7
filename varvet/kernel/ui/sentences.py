"""What was written where Django cannot be, said in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext

from varvet.kernel.law.terms import Term
from varvet.kernel.law.words import Sentence, unit_word
from varvet.kernel.records.errors import RuleBroken, StaleVersion, Word


def said(text: str) -> str:
    """A marked text as the reader reads it. Nothing stays nothing: gettext has an answer of its own to that."""
    return gettext(text) if text else ""


def sentence_of(sentence: RuleBroken | StaleVersion | Sentence) -> str:
    """A sentence with its words in the same language as itself."""
    wording = said(sentence.wording)
    return wording.format(**_values(sentence.values)) if sentence.values else wording


def length_of(term: Term) -> str:
    """A term's value and unit: 4 månader, 4 months."""
    return f"{term.value} {said(unit_word(term.unit, term.value))}"


def _values(values: Mapping[str, object]) -> dict[str, object]:
    return {name: Word(said(value)) if isinstance(value, Word) else value for name, value in values.items()}
