"""Reads the shipped data files of the law and turns their cells into values."""

import json
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class HowChecked(StrEnum):
    """How a row was compared with its source. Only the statute text itself makes it certain."""

    STATUTE_TEXT = "seen in the statute text"
    SECONDARY_SOURCE = "seen in a secondary source"
    MUNICIPAL_DOCUMENTS = "named in the municipal documents"
    GENERAL_KNOWLEDGE = "general knowledge, check before go-live"
    NOT_STATED = "not stated"
    DECIDED_LOCALLY = "decided locally"

    @property
    def certain(self) -> bool:
        """True where the row is the law as it reads."""
        return self is HowChecked.STATUTE_TEXT

    @property
    def needs_check(self) -> bool:
        """True where the row must not be shown without a warning. A goal decided here is no law, but is known."""
        return self not in {HowChecked.STATUTE_TEXT, HowChecked.DECIDED_LOCALLY}


@cache
def read(name: str) -> dict[str, Any]:
    """The whole of one data file, as JSON gives it. Callers turn it into values and never pass it on."""
    content = files("varvet.kernel.law").joinpath("data", name).read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(content)
    return found


def day(cell: str | None) -> date | None:
    return date.fromisoformat(cell) if cell else None


def verified_on(name: str) -> date:
    """The day on which the rows of a file were checked, each in the way its status says."""
    return date.fromisoformat(read(name)["verified_at"])
