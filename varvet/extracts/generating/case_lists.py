"""Made-up cases with all that the list checks ask about, late and missing as often as in real lists, and faults."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from varvet.extracts.generating.answers import Row, Value
from varvet.extracts.generating.chance import LAST, Chance, person

UNITS = ("Barn och unga Öster", "Barn och unga Väster", "Vuxen", "Ekonomiskt bistånd", "Funktionsnedsättning")
GROUPS = ("Barn och unga", "Vuxna", "Våld i nära relation")
DELEGATION = {
    "Bistånd enligt 11 kap. 1 § SoL": ("Handläggare", "1:e socialsekreterare"),
    "Inleda utredning": ("1:e socialsekreterare", "Enhetschef"),
    "Placering": ("Utskott",),
}
ROLES = ("Handläggare", "1:e socialsekreterare", "Enhetschef", "Utskott")
NO_CASE, BAD_DAY, TWICE, COMES_BACK = 0.002, 0.003, 0.004, 0.03  # shares of the rows
POOL = 500  # cases that may come back
SHORT, LONG = timedelta(days=14), timedelta(days=120)


@dataclass(frozen=True)
class Made:
    """`broken`: a cell is written that cannot be read, and reading sets the row aside."""

    row: Row
    broken: bool = False
    comes_again: bool = False


def cases(rows: int, seed: int) -> Iterator[Made]:
    chance = Chance(seed, "cases")
    pool: list[Made] = []
    for number in range(rows):
        made = _again(chance, pool, number) or Made(_case(chance, number), comes_again=chance.happens(COMES_BACK))
        if made.comes_again and len(pool) < POOL:
            pool.append(made)
        yield _spoilt(chance, made)


def _again(chance: Chance, pool: list[Made], number: int) -> Made | None:
    """A row written twice, or the same case with other days."""
    if not pool:
        return None
    if chance.happens(TWICE):
        return chance.one_of(pool)
    if chance.happens(COMES_BACK):
        known = chance.one_of(pool).row
        return Made({**_case(chance, number), "case": known["case"], "person": known["person"]}, comes_again=True)
    return None


def _spoilt(chance: Chance, made: Made) -> Made:
    if chance.happens(NO_CASE):
        return Made({**made.row, "case": None}, broken=True)
    if chance.happens(BAD_DAY):
        return Made({**made.row, "received": f"{LAST.year}-02-30"}, broken=True)
    return made


def _case(chance: Chance, number: int) -> dict[str, Value]:
    received = chance.workday()
    if chance.happens(0.05):
        received -= timedelta(days=365)  # of the year before
    assessed = _later(chance, received, (0.80, 0.95), SHORT)
    opened = assessed if chance.happens(0.7) else None
    completed = _later(chance, opened, (0.70, 0.90), LONG) if opened else None
    return {
        "case": f"SN {LAST.year}-{number}",
        "person": person(number * 7 % 20_000_000),
        "sex": chance.one_of(("female", "male", "female", "male", None)) if chance.happens(0.2) else _sex(chance),
        "unit": UNITS[chance.skewed(len(UNITS))] if chance.happens(0.98) else None,
        "group": chance.one_of(GROUPS),
        "source": "Ansökan" if chance.happens(0.15) else "Anmälan",
        "received": received,
        "assessed": assessed,
        "opened": opened,
        "completed": completed,
        **_extension(chance, opened),
        "left": opened + chance.days(150) if opened and completed is None and chance.happens(0.3) else None,
        **_marks(chance),
        **_decision(chance, completed),
        **_plans(chance, completed),
    }


def _sex(chance: Chance) -> str:
    return "female" if chance.happens(0.5) else "male"


def _later(chance: Chance, start: date, shares: tuple[float, float], usual: timedelta) -> date | None:
    """Within what is usual, up to three times that, or not yet; never after the day the list was taken out."""
    in_time, ever = shares
    if not chance.happens(ever):
        return None
    spread = usual if chance.happens(in_time) else usual * 3
    end = start + chance.days(spread.days + 3)
    return end if end <= LAST else None


def _extension(chance: Chance, opened: date | None) -> dict[str, Value]:
    if opened is None or not chance.happens(0.1):
        return {"extended_to": None, "extension_reason": None}
    reason = "Väntar på läkarutlåtande" if chance.happens(0.8) else None
    return {"extended_to": opened + timedelta(days=100) + chance.days(120), "extension_reason": reason}


def _marks(chance: Chance) -> dict[str, Value]:
    often = {"safety": 0.9, "safety_written": 0.95, "plan_of_investigation": 0.7, "communicated": 0.85}
    often |= {"protected": 0.03, "mapped": 0.3, "child_heard": 0.8, "child_heard_written": 0.9, "met_together": 0.66}
    said: dict[str, Value] = {name: _said(chance, share) for name, share in often.items()}
    return said | {"authorised": min(chance.skewed(9), 6)}


def _said(chance: Chance, share: float) -> bool | None:
    """What is not done is sometimes written as no, and mostly not at all."""
    if chance.happens(share):
        return True
    return False if chance.happens(0.3) else None


def _decision(chance: Chance, completed: date | None) -> dict[str, Value]:
    if completed is None:
        return {"decision": None, "decided_by": None, "decided": None, "carried_out": None}
    decision = chance.one_of(tuple(DELEGATION))
    by = chance.one_of(DELEGATION[decision]) if chance.happens(0.93) else chance.one_of(ROLES)
    done = _later(chance, completed, (0.8, 0.9), timedelta(days=90))
    return {"decision": decision, "decided_by": by, "decided": completed, "carried_out": done}


def _plans(chance: Chance, completed: date | None) -> dict[str, Value]:
    ordered = completed + chance.days(10) if completed and chance.happens(0.6) else None
    ordered = ordered if ordered and ordered <= LAST else None
    reconsidered = chance.workday() if chance.happens(0.4) else None
    made = LAST - chance.days(500)
    return {
        "ordered": ordered,
        "plan_made": _later(chance, ordered, (0.75, 0.9), timedelta(days=30)) if ordered else None,
        "asi": LAST - chance.days(2600) if chance.happens(0.6) else None,
        "child_met": reconsidered - chance.days(220) if reconsidered and chance.happens(0.85) else None,
        "reconsidered": reconsidered,
        "change_plan": made if chance.happens(0.8) else None,
        "change_plan_until": made + timedelta(days=180) + chance.days(360) if chance.happens(0.5) else None,
        "freda": LAST - chance.days(900) if chance.happens(0.5) else None,
    }
