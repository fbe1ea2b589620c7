"""Improvements that came from what people said, and the words that tell everybody of them. Eva publishes."""

from datetime import datetime

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions
from varvet.registers.improvements.actions import PublicWords
from varvet.registers.improvements.models import Improvement, PublicChange
from varvet.registers.improvements.tests.factories import DECIDED, UNPLANNED, WHY, fresh

SECRET_WHAT = "Ny kallelse efter klagomålet från Storgatan"
SAID = "Brevet om mötet är svårt att förstå."
DID = "Brevet är kortare. Telefontiderna står högst upp."
WORDS = PublicWords("children", SAID, DID)


def make_origin(unit: Unit, kind: str = "feedback") -> Record:
    """What the improvement follows from, as the common table knows it: no register is asked."""
    number, root = Record.objects.count() + 1, unit.root
    assert root is not None
    return Record.objects.create(
        kind=kind, reference=f"SYN-2026-{number:04}", root=root, unit=unit, status="received", received_at=NOW
    )


def make_told_of(cast: Cast, kind: str = "feedback") -> Improvement:
    """Carried out, and begun by a record of the kind."""
    content = actions.Decision(cast.a, SECRET_WHAT, WHY, (), DECIDED, follows=make_origin(cast.a, kind))
    held = fresh(actions.decide(content=content, key=new_key(), by=cast.eva, now=NOW).pk)
    return actions.carry_out(
        improvement=held, carried_out_on=TODAY, version=held.version, by=cast.eva, now=NOW, unplanned=UNPLANNED
    )


def make_written(cast: Cast, words: PublicWords = WORDS) -> Improvement:
    held = make_told_of(cast)
    actions.write_public(improvement=held, words=words, version=held.version, by=cast.eva, now=NOW)
    return fresh(held.pk)


def make_published(cast: Cast, words: PublicWords = WORDS, *, now: datetime = NOW) -> Improvement:
    held = make_written(cast, words)
    actions.publish(improvement=held, version=held.version, by=cast.eva, now=now)
    return fresh(held.pk)


def change_of(held: Improvement) -> PublicChange:
    return PublicChange.objects.get(improvement=held)
