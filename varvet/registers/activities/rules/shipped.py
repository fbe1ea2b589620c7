"""The wheel that comes with the program: what law and habit ask for in a year, to be taken over and made one's own."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from varvet.registers.activities.rules.content import Makes, Sort
from varvet.registers.activities.rules.repeating import Repeat, Rule


@dataclass(frozen=True)
class Ready:
    """An activity as shipped. `since` says where it comes from: a law, or the reports of municipalities."""

    code: str
    name: str
    sort: Sort
    makes: Makes
    rule: Rule
    days_ahead: int
    role: str
    since: str


@cache
def shipped_wheel() -> tuple[Ready, ...]:
    content = files("varvet.registers.activities").joinpath("wheels", "usual.toml").read_text(encoding="utf-8")
    return tuple(_ready(row) for row in tomllib.loads(content)["activity"])


def _ready(row: dict[str, str | int]) -> Ready:
    return Ready(
        code=str(row["code"]),
        name=str(row["name"]),
        sort=Sort(str(row["sort"])),
        makes=Makes(str(row["makes"])),
        rule=Rule(Repeat(str(row["repeat"])), int(row.get("month", 1)), int(row["day"])),
        days_ahead=int(row.get("days_ahead", 0)),
        role=str(row.get("role", "")),
        since=str(row["since"]),
    )
