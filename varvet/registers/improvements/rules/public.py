"""Telling everybody what an improvement changed: which may be told, and in what words."""

from collections.abc import Collection
from enum import StrEnum

from varvet.kernel.law.personal_data import Sort, find_personal
from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.improvements.rules.course import Status

LONGEST_SAID, LONGEST_DONE = 300, 500
# Registers in which people say what they want changed. What a lex Sarah case changed is told in other ways.
ORIGINS = frozenset({"feedback", "involvement", "deviations"})


class Standing(StrEnum):
    """How far the telling has come: a draft is seen by nobody else."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


STANDING_LABELS: dict[str, str] = {
    Standing.DRAFT: marked("Utkast"),
    Standing.PUBLISHED: marked("Publicerad"),
    Standing.WITHDRAWN: marked("Nedtagen"),
}


def can_be_told(status: str, origins: Collection[str]) -> bool:
    """What is in place, and came from what people said."""
    return status == Status.DONE and bool(ORIGINS & set(origins))


def check_origin(status: str, origins: Collection[str]) -> None:
    if status != Status.DONE:
        raise RuleBroken("improvement.public.not_done", marked("Berätta när åtgärden är genomförd."))
    if not can_be_told(status, origins):
        sentence = marked("Här berättar ni om åtgärder som kom av synpunkter, brukarmedverkan eller avvikelser.")
        raise RuleBroken("improvement.public.origin", sentence)


def check_public_words(you_said: str, we_did: str) -> None:
    _check_text("you_said", you_said, LONGEST_SAID, marked("Skriv vad ni fick höra."))
    _check_text("we_did", we_did, LONGEST_DONE, marked("Skriv vad ni har ändrat."))


def _check_text(field: str, text: str, most: int, missing: str) -> None:
    if len(text.strip()) < 3:
        raise RuleBroken(f"improvement.public.{field}", missing, field=field)
    if len(text) > most:
        sentence = marked("Skriv högst {most} tecken.")
        raise RuleBroken(f"improvement.public.{field}.long", sentence, field=field, values={"most": most})
    if any(found.sort is Sort.PERSONAL_NUMBER for found in find_personal(text)):
        sentence = marked("Det står ett personnummer i texten. Ta bort det.")
        raise RuleBroken(f"improvement.public.{field}.number", sentence, field=field)


def check_standing(now: str, wanted: Standing) -> None:
    """A draft or what was taken down is published; what is published is taken down."""
    if wanted is Standing.PUBLISHED and now == Standing.PUBLISHED:
        raise RuleBroken("improvement.public.published", marked("Texten är redan publicerad."))
    if wanted is Standing.WITHDRAWN and now != Standing.PUBLISHED:
        raise RuleBroken("improvement.public.not_published", marked("Texten är inte publicerad."))
