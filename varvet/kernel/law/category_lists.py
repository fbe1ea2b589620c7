"""Lists of categories that a root begins with, until it decides on its own."""

from dataclasses import dataclass
from functools import cache

from varvet.kernel.law import shipped
from varvet.kernel.law.shipped import HowChecked

LISTS_FILE = "category_lists.json"


@dataclass(frozen=True)
class ShippedCategory:
    code: str
    label_sv: str
    label_en: str


@dataclass(frozen=True)
class ShippedList:
    """A list as it is shipped. `multiple` says that a record may have several of its categories."""

    key: str
    label_sv: str
    label_en: str
    multiple: bool
    source: str
    status: HowChecked
    categories: tuple[ShippedCategory, ...]


@cache
def shipped_list(key: str) -> ShippedList:
    """KeyError for a list that is not shipped."""
    [row] = [row for row in shipped.read(LISTS_FILE)["lists"] if row["key"] == key] or [None]
    if row is None:
        raise KeyError(key)
    categories = tuple(ShippedCategory(**category) for category in row["categories"])
    status = HowChecked(row["status"])
    return ShippedList(**{**row, "status": status, "categories": categories})
