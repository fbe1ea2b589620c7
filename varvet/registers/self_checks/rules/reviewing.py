"""How a round is reviewed: by whom, which cases twice, and what may be done when."""

import hashlib
import re
from collections.abc import Sequence
from enum import StrEnum

from varvet.kernel.law.personal_data import Sort, find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.rules.round import OPEN, Status

MOST_AT_ONCE, LONGEST_CODE, LONGEST_LESSON = 500, 40, 2_000
FIRST, SECOND = 1, 2
CODE = re.compile(r"[\w./-]+")


class ReviewKind(StrEnum):
    SELF = "self"
    COLLEAGUE = "colleague"
    MANAGER = "manager"
    INDEPENDENT = "independent"


REVIEW_KINDS: dict[str, str] = {
    ReviewKind.SELF: marked("Egen granskning"),
    ReviewKind.COLLEAGUE: marked("Kollegor granskar varandra"),
    ReviewKind.MANAGER: marked("Chef granskar"),
    ReviewKind.INDEPENDENT: marked("Någon utanför enheten granskar"),
}


def check_reviewing(status: str) -> None:
    """Answers are given while the round goes on."""
    if status == Status.PLANNED:
        raise RuleBroken("self_check.review.planned", "Påbörja kontrollen innan du granskar.")
    if status != Status.ONGOING:
        raise RuleBroken("self_check.review.over", "Kontrollen är avslutad. Svaren kan inte ändras.")


def check_set_up(status: str, double_percent: int) -> None:
    if status not in OPEN:
        raise RuleBroken("self_check.set_up.over", "Kontrollen är avslutad. Granskningen kan inte ändras.")
    if not 0 <= double_percent <= 100:
        raise RuleBroken("self_check.set_up.share", "Skriv en andel mellan 0 och 100 procent.", field="double_percent")


def check_second(first_reviewer: int | None, second_reviewer: int) -> None:
    if first_reviewer == second_reviewer:
        raise RuleBroken("self_check.review.same", "Den andra granskningen görs av någon annan än den första.")


def check_codes(codes: Sequence[str], known: Sequence[str]) -> None:
    """Codes of cases, never a person: a personal number is refused."""
    if not codes:
        raise RuleBroken("self_check.codes.none", "Skriv minst ett ärende.", field="codes")
    if len(codes) > MOST_AT_ONCE:
        raise RuleBroken("self_check.codes.many", "Lägg till högst 500 ärenden åt gången.", field="codes")
    twice = set(codes) & set(known) or {code for code in codes if list(codes).count(code) > 1}
    if twice:
        values: dict[str, object] = {"code": min(twice)}
        raise RuleBroken("self_check.codes.twice", "{code} finns redan.", field="codes", values=values)
    for code in codes:
        _check_code(code)


def _check_code(code: str) -> None:
    if any(found.sort is Sort.PERSONAL_NUMBER for found in find_personal(code)):
        raise RuleBroken("self_check.codes.person", "Skriv ärendets kod, aldrig ett personnummer.", field="codes")
    if len(code) > LONGEST_CODE or not CODE.fullmatch(code):
        sentence = marked("En kod har högst 40 tecken: bokstäver, siffror och streck.")
        raise RuleBroken("self_check.codes.form", sentence, field="codes")


def check_lesson(text: str) -> None:
    if not text.strip() or len(text) > LONGEST_LESSON:
        raise RuleBroken("self_check.lesson", "Skriv lärdomen, högst 2 000 tecken.", field="lesson")


def chosen_twice(codes: Sequence[str], percent: int, seed: str) -> frozenset[str]:
    """The cases reviewed twice: the share, at least one, and the same ones whoever asks."""
    if not percent or not codes:
        return frozenset()
    number = max(1, round(len(codes) * percent / 100))
    by_lot = sorted(codes, key=lambda code: hashlib.sha256(f"{seed}\n{code}".encode()).hexdigest())
    return frozenset(by_lot[:number])
