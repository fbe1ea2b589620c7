"""What waits beside the registers' own work: questions to answer, signs to weigh, and what nobody answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.questions import reconciliation
from varvet.kernel.questions.open import Waiting, list_waiting
from varvet.kernel.questions.reconciliation import Possible
from varvet.kernel.records.registry import Task, get_register, list_registers

MOST = 50
NO_OWNER = marked("ingen kan svara")
LATE = marked("svaret är sent")


@dataclass(frozen=True)
class Asked:
    """A task and the register it belongs to, by its kind."""

    kind: str
    task: Task


def list_asked(reader: Reader) -> list[Asked]:
    """At most 50 of each sort. Nothing is read for somebody who can answer nothing."""
    if reader.root is None or not _is_asked(reader):
        return []
    terms = reader.once("terms", lambda: read_terms(reader.root))
    waiting = list_waiting(reader.root, _in_reach(reader), terms)
    mine = [one for one in waiting if _may_answer(reader, one) and not one.asked_anyway]
    answered = [Asked(one.kind, _task(one)) for one in mine[:MOST]]
    return [*answered, *_followed(reader, reader.root, waiting, {one.record.pk for one in mine})]


def _is_asked(reader: Reader) -> bool:
    return reader.has(reconciliation.PERMISSION) or any(reader.has(code) for code in _permissions())


def _permissions() -> Iterator[str]:
    for register in list_registers():
        yield from (card.permission for card in (register.takes, register.weighs) if card)


def _in_reach(reader: Reader) -> Q:
    """Records in the units where the reader may answer or follow anything; who may what is judged one by one."""
    units = frozenset[int]().union(*(reader.units(code) for code in (*_permissions(), reconciliation.PERMISSION)))
    return Q(unit_id__in=units)


def _may_answer(reader: Reader, waiting: Waiting) -> bool:
    return all(reader.can(code, waiting.record.unit_id) for code in waiting.permissions)


def _task(waiting: Waiting) -> Task:
    return Task(
        title=_title(waiting),
        reference=waiting.record.reference,
        unit_name=waiting.record.unit.name,
        href=_address(waiting),
        started=waiting.started,
        due=waiting.due,
        pressing=waiting.may_be_lex_sarah,
    )


def _title(waiting: Waiting) -> str:
    if waiting.referral is None:
        return marked("Ta ställning till om det kan vara lex Sarah")
    taking = get_register(waiting.referral.to_kind).takes
    return taking.labels[waiting.referral.topic] if taking else ""


def _address(waiting: Waiting) -> str:
    if waiting.referral is None:
        return reverse("questions:weigh", args=[waiting.record.reference])
    return reverse("questions:list")


def _followed(reader: Reader, root: Unit, waiting: list[Waiting], mine: set[int]) -> list[Asked]:
    """For those who follow that all is answered: what is late or without anybody, where it is no task of theirs."""
    if not reader.has(reconciliation.PERMISSION):
        return []
    seen = [one for one in waiting if reconciliation.is_followed(reader, one.record)]
    found = reconciliation.possible_among(seen, root, today=reader.today)
    late = [one for one in found if one.is_late(reader.today) and one.record.pk not in mine]
    return [Asked(one.record.kind, _followed_task(one)) for one in late[:MOST]]


def _followed_task(possible: Possible) -> Task:
    assert possible.due is not None
    return Task(
        title=marked("Se till att en möjlig lex Sarah får svar"),
        reference=possible.record.reference,
        unit_name=possible.record.unit.name,
        href=reverse("questions:reconciliation"),
        started=day_of(possible.since),
        due=possible.due,
        detail=LATE if possible.owners else NO_OWNER,
        pressing=True,
    )
