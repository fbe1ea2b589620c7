"""Proposals of a case as read, and those that wait for the reader's own answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.access.roles import get_role
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import is_visible
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.lex_sarah.models import LexSarah, Proposal, answers_of
from varvet.registers.lex_sarah.queries.addressed import RESPOND, list_addressed
from varvet.registers.lex_sarah.queries.visible import handles
from varvet.registers.lex_sarah.rules import SETTLED, TAKEN_ON, Sort


@dataclass(frozen=True)
class ProposalRead:
    """A proposal with the measures the reader may open. `hidden` says that it has others.

    `answerable` says that the reader may answer it; `unmeasured` that it was taken on and nothing follows it yet.
    """

    proposal: Proposal
    measures: tuple[Record, ...]
    hidden: bool
    answerable: bool

    @property
    def unmeasured(self) -> bool:
        return self.proposal.answer in TAKEN_ON and not (self.measures or self.hidden)


def waiting(reader: Reader) -> QuerySet[Proposal]:
    """Not answered yet, in the units the reader answers for in person; what shuts a manager out falls to all."""
    rows = list_addressed(reader).filter(answer="", sort=Sort.MEASURE, case__status__in=SETTLED)
    mine = Q(unit_id__in=own_units(reader)) | Q(case__confidentiality=Confidentiality.MANAGER_EXCLUDED)
    return rows.filter(mine)


WAITING = Seldom("lex_sarah.proposals", waiting)


def list_waiting(reader: Reader) -> list[Proposal]:
    return list(waiting(reader).filter(pk__in=ids_of(reader, WAITING))[:50])


def own_units(reader: Reader) -> set[int]:
    """The units where the reader answers without it coming from above."""
    return {held.unit_id for held in reader.assignments if RESPOND in get_role(held.role).permissions}


def read_proposals(reader: Reader, case: LexSarah) -> list[ProposalRead]:
    """All, to those who handle the case; to others those addressed to them. The reading is noted."""
    all_of_it = handles(reader, case)
    mine = set(list_addressed(reader).filter(case=case).values_list("pk", flat=True))
    rows = [one for one in case.proposals.select_related("unit") if all_of_it or one.pk in mine]
    if rows:
        note_reading(case, "proposals", by=reader.user)
    answers = [(part, record, is_visible(reader, record)) for part, record in answers_of(case)] if rows else []
    return [_read(case, one, answers, mine) for one in rows]


def _read(case: LexSarah, one: Proposal, answers: Iterable[tuple[str, Record, bool]], mine: set[int]) -> ProposalRead:
    own = [(record, seen) for part, record, seen in answers if part == one.part]
    waits = one.sort == Sort.MEASURE and not one.answer and case.status in SETTLED
    return ProposalRead(
        proposal=one,
        measures=tuple(record for record, seen in own if seen),
        hidden=any(not seen for _, seen in own),
        answerable=waits and one.pk in mine,
    )
