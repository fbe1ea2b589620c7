"""Questions as shown: what is asked, of which record, and where its page is for those who may open it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import day_of
from varvet.kernel.questions.answering import list_answerable, list_asked_of
from varvet.kernel.questions.answers import WHOLE
from varvet.kernel.questions.models import Sign
from varvet.kernel.questions.open import list_waiting
from varvet.kernel.questions.suspicions import LEX_SARAH, open_signs
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.registry import get_register, is_visible, list_registers
from varvet.kernel.ui.sentences import said


@dataclass(frozen=True)
class Question:
    """`href` is empty where the reader may not open the record that asks."""

    pk: int
    asks: str
    register: str
    reference: str
    unit: str
    asked_at: datetime
    due: date
    late: bool
    href: str


def require_any(reader: Reader) -> None:
    """NotAllowed for a role to which nothing is ever asked."""
    codes = [register.takes.permission for register in list_registers() if register.takes]
    if not any(reader.has(code) for code in codes):
        reader.require(codes[0])


def questions_of(reader: Reader) -> list[Question]:
    asked = list(list_answerable(reader))
    due = {one.referral.pk: one.due for one in list_waiting(reader.root) if one.referral} if reader.root else {}
    seen = visible_ids(reader, [one.origin for one in asked])
    found = [(one, due.get(one.pk, day_of(one.asked_at))) for one in asked]
    shown = [_question(one, day, reader.today, visible=one.origin_id in seen) for one, day in found]
    return sorted(shown, key=lambda question: (question.due, question.asked_at))


def visible_ids(reader: Reader, records: Collection[Record]) -> set[int]:
    """Those that the reader may open: one query for each register."""
    found: set[int] = set()
    for kind in {record.kind for record in records}:
        rows = get_register(kind).visible_to(reader).filter(pk__in=[record.pk for record in records])
        found.update(rows.values_list("pk", flat=True))
    return found


def question_of(reader: Reader, referral: Referral) -> Question:
    return _question(referral, day_of(referral.asked_at), reader.today, visible=is_visible(reader, referral.origin))


def _question(referral: Referral, due: date, today: date, *, visible: bool) -> Question:
    origin, card = referral.origin, get_register(referral.to_kind)
    return Question(
        pk=referral.pk,
        asks=said(card.takes.labels.get(referral.topic, "")) if card.takes else "",
        register=said(card.label),
        reference=origin.reference,
        unit=origin.unit.name,
        asked_at=referral.asked_at,
        due=due,
        late=due < today,
        href=reverse(get_register(origin.kind).page, args=[origin.reference]) if visible else "",
    )


def find_question(reader: Reader, pk: int) -> Referral:
    """Also one that has been answered meanwhile: whoever tries to answer it is told so."""
    return get_object_or_404(list_asked_of(reader), pk=pk)


def find_record(reader: Reader, reference: str) -> Record:
    rows = Record.objects.filter(root=reader.root).select_related("unit", "root")
    record = get_object_or_404(rows, reference=reference)
    if not is_visible(reader, record) or get_register(record.kind).weighs is None:
        raise Http404
    return record


def find_askable(reader: Reader, reference: str, kind: str) -> Record:
    """The record, of which the register is asked; lex Sarah has a page of its own. The action says who may."""
    record, cards = find_record(reader, reference), {card.kind: card for card in list_registers()}
    takes = cards[kind].takes if kind in cards else None
    if takes is None or WHOLE not in takes.labels or kind in {record.kind, LEX_SARAH}:
        raise Http404
    return record


def ask_page(record: Record, form: object, kind: str) -> dict[str, object]:
    card, page = get_register(kind), reverse(get_register(record.kind).page, args=[record.reference])
    asks = said(card.takes.labels[WHOLE]) if card.takes else ""
    return {"record": record, "form": form, "asks": asks, "register": said(card.label), "page": page}


def signs_of(record: Record) -> list[str]:
    signs = set(open_signs(record).values_list("sign", flat=True))
    return [str(sign.label) for sign in Sign if sign in signs]


def list_asked_before(record: Record) -> QuerySet[Referral]:
    """Its question of lex Sarah that waits, or became a case: then nothing is asked again."""
    asked = Referral.objects.filter(origin_id=record.pk, to_kind=LEX_SARAH)
    return asked.exclude(state=Referral.State.REFUSED)


def weigh_page(record: Record, form: object, signs: list[str]) -> dict[str, object]:
    page = reverse(get_register(record.kind).page, args=[record.reference])
    return {"record": record, "form": form, "signs": signs, "page": page, "asked": list_asked_before(record).first()}
