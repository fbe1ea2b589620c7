"""Reads what was paid on the days of a draw, out of the lists that are kept."""

from pathlib import Path

from varvet.extracts.apart.asked import Refused
from varvet.extracts.apart.asked_of_frames import PaidTold, ReadPaid
from varvet.extracts.engine import DuckEngine, Room
from varvet.extracts.log_review.sources import Days
from varvet.extracts.shelf.keeping import work_folder
from varvet.extracts.shelf.paid import list_paid, lists_of_payments
from varvet.kernel.records.errors import RuleBroken

MEMORY = "1GB"


def answer(asked: ReadPaid, _content: bytes) -> PaidTold | Refused:
    shelf = Path(asked.shelf)
    try:
        lists = lists_of_payments(shelf, asked.root)
    except RuleBroken as broken:
        return Refused(broken.code, broken.wording, {})
    with work_folder(shelf) as work, DuckEngine(Room(work / "engine", MEMORY, readable=[shelf])) as engine:
        paid = list(list_paid(lists, Days(asked.first, asked.last), engine))
    return PaidTold("\n".join(f"{row.day}\t{row.code}\t{row.sex}\t{row.unit}\t{row.group}" for row in paid))
