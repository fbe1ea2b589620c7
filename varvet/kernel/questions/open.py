"""What waits for an answer in a root: questions between registers, and signs that nobody has weighed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q

from varvet.kernel.access.holders import Holders
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of, due_day
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable, read_terms
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.suspicions import LEX_SARAH, OPEN
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.registry import Clock, Register, list_registers
from varvet.kernel.records.taking import asked_of

WEIGH = "weigh"
EVERYTHING = Q()


@dataclass(frozen=True)
class Waiting:
    """A question, or signs of one record to be weighed, with the permissions that answering needs.

    `kind` is the register that is to answer: for signs, the record's own.
    """

    record: Record
    kind: str
    code: str
    asked_at: datetime
    due: date
    permissions: tuple[str, ...]
    referral: Referral | None = None
    asked_anyway: bool = False  # the record's own handling asks it in the state it is in

    @property
    def started(self) -> date:
        return day_of(self.asked_at)

    @property
    def may_be_lex_sarah(self) -> bool:
        return self.referral is None or self.referral.to_kind == LEX_SARAH

    def owners(self, holders: Holders) -> list[User]:
        return holders.nearest(self.record.unit_id, *self.permissions)


def list_waiting(root: Unit, where: Q = EVERYTHING, terms: TermTable | None = None) -> list[Waiting]:
    """The oldest first. `where` narrows the records. Two queries, and one for the terms unless they are given."""
    terms = terms or read_terms(root)
    cards = {register.kind: register for register in list_registers()}
    records = Record.objects.filter(where, root=root)
    asked = Referral.objects.filter(state=Referral.State.OPEN, origin__in=records).select_related("origin__unit")
    signs = Suspicion.objects.filter(OPEN, record__in=records).select_related("record__unit").order_by("noticed_at")
    first = {sign.record_id: sign for sign in reversed(signs)}
    found = [*(_question(one, cards, terms) for one in asked), *(_sign(one, cards, terms) for one in first.values())]
    return sorted(found, key=lambda waiting: (waiting.asked_at, waiting.record.pk))


def question_code(referral: Referral) -> str:
    """Names the question's clock among those of the record that asks."""
    return ".".join(part for part in ("question", referral.to_kind, referral.topic, referral.part) if part)


def _question(referral: Referral, cards: dict[str, Register], terms: TermTable) -> Waiting:
    """Of a register that does not run here any more, nobody can answer: it stands as without an owner."""
    card = cards.get(referral.to_kind)
    taking = card.takes if card else None
    origin, asked = referral.origin, day_of(referral.asked_at)
    return Waiting(
        record=origin,
        kind=referral.to_kind,
        code=question_code(referral),
        asked_at=referral.asked_at,
        due=due_day(asked, terms.term_on(taking.term, asked)) if taking and taking.term else asked,
        permissions=asked_of(origin.confidentiality, taking.permission, taking.excluded) if taking else ("nobody",),
        referral=referral,
    )


def _sign(suspicion: Suspicion, cards: dict[str, Register], terms: TermTable) -> Waiting:
    record, noticed = suspicion.record, day_of(suspicion.noticed_at)
    card = cards.get(record.kind)
    weighing = card.weighs if card else None
    waiting = Waiting(record, record.kind, WEIGH, suspicion.noticed_at, noticed, ("nobody",))
    if weighing is None:
        return waiting
    return replace(
        waiting,
        due=due_day(noticed, terms.term_on(weighing.term, noticed)) if weighing.term else noticed,
        permissions=asked_of(record.confidentiality, weighing.permission, weighing.excluded),
        asked_anyway=record.status in weighing.asked_in,
    )


def clocks_of_root(root: Unit) -> list[Clock]:
    return _clocks(list_waiting(root))


def clocks_of_waiting(record: Record) -> list[Clock]:
    """Those of one record."""
    return _clocks(list_waiting(record.root, Q(pk=record.pk)))


def _clocks(waiting: Iterable[Waiting]) -> list[Clock]:
    """What reminds whoever is to answer; the record's own handling has a clock already where it asks anyway."""
    return [
        Clock(one.record.pk, one.code, one.started, one.due, one.permissions[0])
        for one in waiting
        if not one.asked_anyway
    ]
