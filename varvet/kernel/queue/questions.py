"""What waits beside the registers' own work: questions to answer, signs to weigh, and what nobody answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from varvet.kernel.access.holders import holders_for
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.questions import reconciliation
from varvet.kernel.questions.models import Suspicion
from varvet.kernel.questions.open import Waiting, list_waiting
from varvet.kernel.questions.reconciliation import Possible
from varvet.kernel.questions.suspicions import OPEN
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.registry import Register, Task, get_register, list_registers
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of

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
    waiting = _waiting(reader, reader.root)
    mine = [one for one in waiting if _may_answer(reader, one) and not one.asked_anyway]
    answered = [Asked(one.kind, _task(one)) for one in mine[:MOST]]
    return [*answered, *_followed(reader, reader.root, waiting, {one.record.pk for one in mine})]


def list_own(reader: Reader) -> list[Referral]:
    """Open questions, the oldest first, of records that the reader handles and their own register lets them see."""
    ids = set(ids_of(reader, OWN))
    if reader.root is None or not ids:
        return []
    return [one.referral for one in _waiting(reader, reader.root) if one.referral and one.referral.pk in ids]


def handles(register: Register, reader: Reader) -> bool:
    return any(reader.has(code) for code in register.tasks_for)


def _waiting(reader: Reader, root: Unit) -> list[Waiting]:
    """Everything in reach of the reader, read once a page."""
    if not any(ids_of(reader, sort) for sort in (SIGNS, QUESTIONS, OWN)):
        return []
    terms = reader.once("terms", lambda: read_terms(root))
    return reader.once("waiting", lambda: list_waiting(root, _in_reach(reader), terms))


def _is_asked(reader: Reader) -> bool:
    return reader.has(reconciliation.PERMISSION) or any(reader.has(code) for code in _permissions())


def _permissions() -> Iterator[str]:
    for register in list_registers():
        yield from (card.permission for card in (register.takes, register.weighs) if card)


def _in_reach(reader: Reader) -> Q:
    """Records in the units where the reader may answer, follow or handle anything; who may what is judged later."""
    codes = (*_permissions(), reconciliation.PERMISSION, *(code for one in list_registers() for code in one.tasks_for))
    return Q(unit_id__in=frozenset[int]().union(*map(reader.units, codes)))


def _records(reader: Reader) -> QuerySet[Record]:
    return Record.objects.filter(_in_reach(reader), root=reader.root)


def _signs(reader: Reader) -> QuerySet[Suspicion]:
    return Suspicion.objects.filter(OPEN, record__in=_records(reader))


def _questions(reader: Reader) -> QuerySet[Referral]:
    return Referral.objects.filter(state=Referral.State.OPEN, origin__in=_records(reader))


def _own(reader: Reader) -> QuerySet[Referral]:
    ours = Q(pk__in=[])
    for register in (one for one in list_registers() if handles(one, reader)):
        units = frozenset[int]().union(*map(reader.units, register.tasks_for))
        seen = register.visible_to(reader).filter(pk=OuterRef("origin_id"), unit_id__in=units).order_by()
        ours |= Q(Exists(seen), origin__kind=register.kind)
    return Referral.objects.filter(ours, state=Referral.State.OPEN, origin__root=reader.root)


SIGNS = Seldom("questions.signs", _signs)
QUESTIONS = Seldom("questions.questions", _questions)
OWN = Seldom("questions.own", _own)


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
    found = reconciliation.possible_among(seen, holders_for(reader, root.pk))
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
