"""The deficiencies of a case: what has come of each, and how it becomes a deviation or an improvement in one tap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import due_day
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records.links import list_answers
from varvet.kernel.records.models import Record, Referral
from varvet.kernel.records.once import new_key
from varvet.kernel.records.registry import get_register, is_visible
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, Start, followed, starts_from
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules.questions import REPLY_LABELS, Item

IMPROVEMENTS, TERM = "improvements", "brist_atgardad"
LONGEST = 200  # letters of what an improvement is called


@dataclass(frozen=True)
class Improving:
    """A form that is sent as it is: where to, what it says, and the day the improvement is then due."""

    href: str
    fields: tuple[tuple[str, str], ...]
    due: date


@dataclass(frozen=True)
class Lack:
    """A deficiency, and what has come of it: a question that waits, the deviation it became, its improvements."""

    code: str
    text: str
    answer: str
    state: str
    reference: str
    href: str
    improvements: list[Followed]
    improving: Improving | None


def lacks_of(reader: Reader, round_: Round, number: int, found: Sequence[tuple[Item, str]]) -> list[Lack]:
    """Of the round's case with the number. `found`: what lacks, with what was answered."""
    if not found:
        return []
    asked = {one.part: one for one in queries.list_passed_on(round_, number)}
    answers = [(part, record) for part, record in list_answers(round_) if record.kind == IMPROVEMENTS]
    due = due_day(reader.today, read_terms(round_.root).term_on(TERM, reader.today))
    lacks = []
    for item, value in found:
        part = f"{number}.{item.code}"
        made = [record for of, record in answers if of == part and is_visible(reader, record)]
        improving = None if made else _improving(reader, (round_, part), item, due)
        lacks.append(_lack(reader, (item, value), asked.get(part), made, improving))
    return lacks


def _lack(
    reader: Reader,
    found: tuple[Item, str],
    asked: Referral | None,
    made: list[Record],
    improving: Improving | None,
) -> Lack:
    (item, value), answer = found, asked.answer if asked else None
    visible = answer if answer and is_visible(reader, answer) else None
    return Lack(
        code=item.code,
        text=item.text,
        answer=said(REPLY_LABELS[value]),
        state=asked.get_state_display() if asked else "",
        reference=answer.reference if answer else "",
        href=reverse(get_register(visible.kind).page, args=[visible.reference]) if visible else "",
        improvements=list(followed(made).values()),
        improving=improving,
    )


def _improving(reader: Reader, what: tuple[Round, str], item: Item, due: date) -> Improving | None:
    """The improvements' own form, filled in: it asks who may, and comes back where something more is needed."""
    round_, part = what
    ways: list[Start] = [way for way in starts_from(reader, round_, part) if way.kind == IMPROVEMENTS]
    if not ways:
        return None
    fields = {
        "key": new_key(),
        "what": _("Rätta till: {question}").format(question=item.text)[:LONGEST],
        "unit": str(round_.unit_id),
        "area": round_.quality_area,
        "decided_on": reader.today.isoformat(),
        "due_on": due.isoformat(),
    }
    return Improving(ways[0].href, tuple(fields.items()), due)
