"""What was written where Django cannot be, said in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext

from varvet.kernel.records.errors import RuleBroken, StaleVersion, Word


def said(text: str) -> str:
    """A marked text as the reader reads it. Nothing stays nothing: gettext has an answer of its own to that."""
    return gettext(text) if text else ""


def sentence_of(error: RuleBroken | StaleVersion) -> str:
    """What a rule says, with its words in the same language as its sentence."""
    return said(error.wording).format(**_values(error.values)) if error.values else said(error.wording)


def _values(values: Mapping[str, object]) -> dict[str, object]:
    return {name: Word(said(value)) if isinstance(value, Word) else value for name, value in values.items()}
