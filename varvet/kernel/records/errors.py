"""What the spine says when it says no: each is a sentence for the person."""

from collections.abc import Mapping
from dataclasses import dataclass

from varvet.kernel.law.words import marked


class Told(Exception):
    """An error that is a sentence for the person at the keyboard; the command line prints it and exits with 1."""


class Word(str):
    """A text of the interface inside a rule's sentence: it is translated with the sentence, and begins small there."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        return format(self[:1].lower() + self[1:], form)  # what is a name further on keeps its capitals


class RuleBroken(Exception):
    """A rule of the work forbids it now. `sentence` is Swedish and shown; `code` names the rule; `field` where.

    `wording` is the sentence with {names} in place of `values`, so that it can be said in another language too.
    """

    def __init__(self, code: str, wording: str, *, field: str = "", values: Mapping[str, object] | None = None) -> None:
        self.code = code
        self.wording = wording
        self.values = dict(values or {})
        self.sentence = wording.format(**self.values) if values else wording
        self.field = field
        super().__init__(self.sentence)


@dataclass(frozen=True)
class Difference:
    """A field that somebody else changed meanwhile; texts as people read them."""

    field: str
    yours: str
    theirs: str


CHANGED_MEANWHILE = marked("Någon annan har ändrat {reference} medan du skrev. Inget av ditt är sparat än.")


class StaleVersion(Exception):
    """Somebody else saved first: nothing was written."""

    def __init__(self, reference: str, known: int, current: int) -> None:
        super().__init__(f"{reference}: version {known} was edited, {current} is current")
        self.reference = reference
        self.known = known
        self.current = current
        self.wording = CHANGED_MEANWHILE
        self.values: Mapping[str, object] = {"reference": reference}
        self.sentence = self.wording.format(**self.values)
