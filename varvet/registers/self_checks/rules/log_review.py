"""What a log review must explain, who may judge it, and what is drawn: values in, value or RuleBroken out."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

MOST_DRAWN = 200
LONGEST_ANSWER = 5_000


class Reason(StrEnum):
    """Why something of the log must be explained; the gravest first."""

    OWN = "own"
    PROTECTED = "protected"
    COLLEAGUE = "colleague"
    UNASSIGNED = "unassigned"
    UNLISTED = "unlisted"
    MANY = "many"
    RARE = "rare"
    DRAWN = "drawn"


REASON_LABELS: dict[str, str] = {
    Reason.OWN: marked("Eget ärende"),
    Reason.PROTECTED: marked("Skyddade personuppgifter"),
    Reason.COLLEAGUE: marked("En kollegas ärende"),
    Reason.UNASSIGNED: marked("Inte tilldelad ärendet"),
    Reason.UNLISTED: marked("Finns inte i personallistan"),
    Reason.MANY: marked("Ovanligt många öppningar för rollen"),
    Reason.RARE: marked("Ovanliga tider för rollen"),
    Reason.DRAWN: marked("Utlottad"),
}


class FindingKind(StrEnum):
    """What a finding is about: one case, how somebody uses the system, or somebody who was drawn."""

    OPENED = "opened"
    UNLIKE = "unlike"
    DRAWN = "drawn"


KIND_LABELS: dict[str, str] = {
    FindingKind.OPENED: marked("Ett ärende"),
    FindingKind.UNLIKE: marked("Användningen under perioden"),
    FindingKind.DRAWN: marked("Utlottad för granskning"),
}


class Outcome(StrEnum):
    JUSTIFIED = "justified"
    MISTAKE = "mistake"
    INVESTIGATE = "investigate"


OUTCOME_LABELS: dict[str, str] = {
    Outcome.JUSTIFIED: marked("Motiverad"),
    Outcome.MISTAKE: marked("Misstag"),
    Outcome.INVESTIGATE: marked("Ska utredas"),
}


class ToAsk(StrEnum):
    """Which register is asked about what must be investigated."""

    PRIVACY_INCIDENT = "privacy_incidents"
    DEVIATION = "deviations"


ASK_LABELS: dict[str, str] = {
    ToAsk.PRIVACY_INCIDENT: marked("Fråga om det är en personuppgiftsincident"),
    ToAsk.DEVIATION: marked("Fråga om det är en avvikelse"),
}
TOPICS: dict[str, str] = {ToAsk.PRIVACY_INCIDENT: "", ToAsk.DEVIATION: "deviation"}


class LogList(StrEnum):
    """The lists of a review, as they are sent."""

    LOG = "taken_in"
    ASSIGNMENTS = "assignments"
    STAFF = "staff"
    CASES = "cases"
    PROTECTED = "protected"


LIST_LABELS: dict[str, str] = {
    LogList.LOG: marked("Loggen: vem som öppnade vad och när"),
    LogList.ASSIGNMENTS: marked("Tilldelningar: vem som har vilket ärende"),
    LogList.STAFF: marked("Personallistan"),
    LogList.CASES: marked("Ärenden: vems ärende det är"),
    LogList.PROTECTED: marked("Personer med skyddade personuppgifter"),
}
FIELDS: dict[str, tuple[str, ...]] = {
    LogList.LOG: ("staff", "case", "at"),
    LogList.ASSIGNMENTS: ("staff", "case", "first", "last"),
    LogList.STAFF: ("staff", "unit", "role", "person"),
    LogList.CASES: ("case", "person"),
    LogList.PROTECTED: ("person",),
}
NEEDED: dict[str, tuple[str, ...]] = {
    LogList.LOG: ("staff", "case", "at"),
    LogList.ASSIGNMENTS: ("staff", "case", "first"),
    LogList.STAFF: ("staff", "role"),
    LogList.CASES: ("case", "person"),
    LogList.PROTECTED: ("person",),
}
REQUIRED = (LogList.LOG, LogList.ASSIGNMENTS)
UNSEEN: dict[str, str] = {
    LogList.STAFF: marked("Utan personallista syns inte ovanlig användning, och ingen kan lottas ut."),
    LogList.CASES: marked("Utan ärendelista syns inte egna och kollegors ärenden eller skyddade personuppgifter."),
    LogList.PROTECTED: marked("Utan lista över skyddade personer syns inte vem som har öppnat deras ärenden."),
}


@dataclass(frozen=True)
class Draw:
    """What made the draw, so that anybody can make it again: the seed, and a hash of the staff drawn from."""

    seed: str
    frame_hash: str
    codes: tuple[str, ...]


def draw(seed: str, staff: Sequence[str], wanted: int) -> Draw:
    """The `wanted` with the lowest keyed hash: the same for the same seed and list, whatever their order."""
    frame = sorted(set(staff))
    keyed = sorted((hmac.digest(bytes.fromhex(seed), code.encode(), "sha256"), code) for code in frame)
    hashed = hashlib.sha256("\n".join(frame).encode()).hexdigest()
    return Draw(seed, hashed, tuple(sorted(code for _, code in keyed[:wanted])))


def deal(staff: Iterable[str], reviewers: Mapping[int, Collection[str]], seed: str) -> dict[str, int | None]:
    """Each member of staff to one reviewer in turn, never to themselves. `reviewers`: id -> codes of their own."""
    key = bytes.fromhex(seed)
    in_order = sorted(set(staff), key=lambda code: hmac.digest(key, f"deal {code}".encode(), "sha256"))
    given: dict[str, int | None] = {}
    for turn, code in enumerate(in_order):
        able = [pk for pk in sorted(reviewers) if not same(code, reviewers[pk])]
        given[code] = able[turn % len(able)] if able else None
    return given


def same(code: str, own: Collection[str]) -> bool:
    return code.casefold() in {one.casefold() for one in own}


@dataclass(frozen=True)
class Judging:
    """Who judges whose use: the code that was found, and those that are the judge's own; None when never asked."""

    staff: str
    own: Collection[str] | None


def check_judge(judging: Judging) -> None:
    """Nobody judges their own use, and whoever has not said what their own code is cannot judge at all."""
    if judging.own is None:
        sentence = marked("Skriv först vad din egen användarkod är. Ingen granskar sin egen användning.")
        raise RuleBroken("self_check.log.own_code", sentence)
    if same(judging.staff, judging.own):
        raise RuleBroken("self_check.log.own_use", "Det här är din egen användning. Någon annan ska granska den.")


def check_lists(given: Collection[str]) -> None:
    for kind in REQUIRED:
        if kind not in given:
            sentence = marked("Välj filen. Utan den går det inte att granska loggen.")
            raise RuleBroken("self_check.log.file", sentence, field=f"file_{kind}")


def check_conclusion(answer: str, outcome: str) -> None:
    if outcome not in set(Outcome):
        raise RuleBroken("self_check.log.outcome", "Välj vad granskningen kom fram till.", field="outcome")
    if not answer.strip():
        raise RuleBroken("self_check.log.answer", "Skriv vilket skäl personen gav.", field="answer")
    if len(answer) > LONGEST_ANSWER:
        most = {"most": LONGEST_ANSWER}
        raise RuleBroken("self_check.log.answer_long", "Skriv högst {most} tecken.", field="answer", values=most)


def check_closing(left: int) -> None:
    if left:
        sentence = marked("{count} fynd är inte bedömda än. Bedöm dem innan du avslutar.")
        raise RuleBroken("self_check.log.left", sentence, values={"count": left})


def check_replaceable(concluded: int) -> None:
    if concluded:
        sentence = marked("Fynd ur den förra loggen är redan bedömda. Därför kan den inte bytas.")
        raise RuleBroken("self_check.log.concluded", sentence)


def says_days(first: date, last: date) -> str:
    """One day, or from one to another, as ISO days."""
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
