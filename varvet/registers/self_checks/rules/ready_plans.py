"""Plans that come with the program, to be taken as a copy and made one's own."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from varvet.registers.self_checks.rules.planning import Frequency
from varvet.registers.self_checks.rules.round import Method

NAMES = ("bromma", "goteborg")


@dataclass(frozen=True)
class ReadyRow:
    """A check. `code` is the question's in the root's list; `number`, such as A.1.1, stands before the question.

    `form` is the code of a shipped form that answers the question, `measure` of a figure that does; empty where none.
    """

    code: str
    question: str
    goal: str
    method: Method
    frequency: Frequency
    indicator: str
    number: str = ""
    quality_area: str = ""
    target_percent: int | None = None
    form: str = ""
    measure: str = ""

    @property
    def label(self) -> str:
        return f"{self.number} {self.question}".strip()


@dataclass(frozen=True)
class ReadyPlan:
    name: str
    title: str
    words: str
    rows: tuple[ReadyRow, ...]


@cache
def ready_plan(name: str) -> ReadyPlan:
    """KeyError for a name there is none of."""
    if name not in NAMES:
        raise KeyError(name)
    content = files("varvet.registers.self_checks").joinpath("ready_plans", f"{name}.toml").read_text(encoding="utf-8")
    found = tomllib.loads(content)
    return ReadyPlan(name, found["title"], found["words"], tuple(_row(row) for row in found["row"]))


def list_ready_plans() -> list[ReadyPlan]:
    return [ready_plan(name) for name in NAMES]


def _row(row: dict[str, str | int]) -> ReadyRow:
    target = row.get("target_percent")
    return ReadyRow(
        code=str(row["code"]),
        question=str(row["question"]),
        goal=str(row["goal"]),
        method=Method(str(row["method"])),
        frequency=Frequency(str(row["frequency"])),
        indicator=str(row["indicator"]),
        number=str(row.get("number", "")),
        quality_area=str(row.get("quality_area", "")),
        target_percent=None if target is None else int(target),
        form=str(row.get("form", "")),
        measure=str(row.get("measure", "")),
    )
