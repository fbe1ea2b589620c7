"""A report in the list of one's own: how far it has come, and no word of what it tells."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class MyReport:
    """`href` is the reporter's own page. `step` of `steps` as in the state badge; 0 beside them."""

    reference: str
    href: str
    unit: str
    status: str
    label: str
    step: int
    received: date
    steps: int = 6
    is_new: bool = False
