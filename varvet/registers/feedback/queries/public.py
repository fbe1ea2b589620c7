"""What the public reads: with the code of a receipt its own piece of feedback, and nothing about any other."""

from datetime import date, datetime

from django.db.models import Q

from varvet.kernel.crypto.handed import derived, fingerprint, hash_of_code
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit, UnitPeriod
from varvet.kernel.organisation.terms import read_terms
from varvet.kernel.records import narratives
from varvet.kernel.records.models import Record
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.once import find_made
from varvet.registers.feedback.models import ANSWER_TERM, KIND, TOLD, Attempt, Feedback, Following, Part
from varvet.registers.feedback.rules import public


def get_made(record: Record) -> Feedback:
    """What a form's key made; who may ask has been settled by the key."""
    return Feedback.objects.select_related("unit", "root").get(pk=record.pk)


def find_sent(key: str) -> Record | None:
    """What the form with this key has made already."""
    return find_made(fingerprint(key), by=None)


def find_by_code(written: str) -> str:
    """The hash that stands for a code, empty when nothing has it."""
    found = hash_of_code(KIND, written)
    return found if Following.objects.filter(follow_hash=found).exists() else ""


def find_by_hash(follow_hash: str) -> Feedback | None:
    """What a code that has been given before belongs to; None for none."""
    rows = Following.objects.filter(follow_hash=follow_hash).select_related("feedback__unit", "feedback__root")
    found = rows.first()
    return found.feedback if found else None


def read_told(feedback: Feedback) -> list[Words]:
    """What was said to and by whoever sent it, oldest first; the reading is noted, by nobody with an account."""
    return narratives.read(feedback, by=None, only=Q(part__in=TOLD))


def is_asked(feedback: Feedback) -> bool:
    """Whether the last thing said between them is a question of ours."""
    said = feedback.narratives.filter(part__in=(Part.ASKED, Part.ADDED)).order_by("-pk")
    return said.values_list("part", flat=True).first() == Part.ASKED


def source_of(address: str, now: datetime) -> str:
    """Stands for where something came from, this day alone: tomorrow the same address is another."""
    return derived("feedback.source", f"{day_of(now)}:{address}").hex()


def count_attempts(purpose: Attempt.Purpose, source: str, now: datetime) -> int:
    """How many have come from a source this hour."""
    rows = Attempt.objects.filter(purpose=purpose, source=source, hour=public.window_of(now))
    return rows.values_list("count", flat=True).first() or 0


def answer_days(root: Unit, day: date) -> int:
    """Working days within which an answer is promised."""
    return read_terms(root).term_on(ANSWER_TERM, day).value


def find_public_unit(root: Unit, slug: str, today: date) -> Unit | None:
    """The unit that a unit's own link names; None for what is none, or is no longer."""
    return next((unit for unit in list_public_units(root, today) if unit.slug == slug), None) if slug else None


def list_public_units(root: Unit, today: date) -> list[Unit]:
    """The units that people may say something about, in Swedish order; not the root, which stands for no unit."""
    running = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    placed = UnitPeriod.objects.filter(running, unit__root=root).values("unit")
    return list(Unit.objects.filter(running, pk__in=placed, root=root).exclude(pk=root.pk).order_by("sort_key"))
