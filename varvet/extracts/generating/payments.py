"""Made-up payments: some made twice, some without a decision, some to an account that was just changed."""

from collections.abc import Iterator
from datetime import timedelta

from varvet.extracts.generating.answers import Value
from varvet.extracts.generating.case_lists import UNITS, Made
from varvet.extracts.generating.chance import LAST, Chance, person

PAID_TWICE, WRITTEN_TWICE, NO_DECISION, LATE_DECISION, CHANGED, CHANGED_EARLIER = 0.004, 0.002, 0.007, 0.005, 0.01, 0.05
KEPT = 200  # payments that may be made again


def payments(rows: int, seed: int) -> Iterator[Made]:
    chance = Chance(seed, "payments")
    pool: list[dict[str, Value]] = []
    for number in range(rows):
        again = chance.one_of(pool) if pool and chance.happens(PAID_TWICE + WRITTEN_TWICE) else None
        row = _again(chance, again, number) if again else _payment(chance, number)
        if len(pool) < KEPT:
            pool.append(row)
        yield Made(row, comes_again=True)


def _again(chance: Chance, before: dict[str, Value], number: int) -> dict[str, Value]:
    """Paid again under a number of its own, or the same row written twice."""
    if chance.happens(WRITTEN_TWICE / (PAID_TWICE + WRITTEN_TWICE)):
        return before
    return {**before, "payment": f"U-{number}"}


def _payment(chance: Chance, number: int) -> dict[str, Value]:
    household = chance.skewed(max(1, number))
    paid = chance.workday()
    decided = None if chance.happens(NO_DECISION) else paid - chance.days(40)
    if decided and chance.happens(LATE_DECISION):
        decided = paid + timedelta(days=1) + chance.days(10)
    changed = paid - chance.days(20) if chance.happens(CHANGED) else None
    if changed is None and chance.happens(CHANGED_EARLIER):
        changed = paid + timedelta(days=30) - chance.days(400)
    return {
        "payment": f"U-{number}",
        "case": f"EB {LAST.year}-{household}",
        "person": person(household * 11 % 20_000_000),
        "sex": "female" if household % 2 else "male",
        "unit": UNITS[3],
        "recipient": f"8327-9{household:09}",
        "amount": 5_000 + chance.below(2_000_000),
        "paid": paid,
        "decided": decided,
        "recipient_changed": changed,
    }
