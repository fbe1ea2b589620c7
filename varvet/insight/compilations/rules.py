"""What a compilation asks for, and when it may be changed and approved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken

LONGEST = 6000  # characters of a section


class Place(StrEnum):
    SEEN = "seen"
    WHY = "why"
    DOING = "doing"
    RAISE = "raise"


@dataclass(frozen=True)
class Asked:
    """The heading of a section and what to write there."""

    heading: str
    prompt: str


SECTIONS = {
    Place.SEEN: Asked(marked("Vad vi ser"), marked("Vad säger siffrorna? Vad är nytt sedan förra perioden?")),
    Place.WHY: Asked(marked("Varför det är så"), marked("Vilka orsaker ser ni? Vad vet ni inte än?")),
    Place.DOING: Asked(marked("Vad vi gör"), marked("Vilka åtgärder är beslutade, och hur vet ni om de hjälper?")),
    Place.RAISE: Asked(marked("Vad vi lyfter"), marked("Vad behöver ledningen eller andra enheter ta vidare?")),
}


def check_open(*, approved: bool) -> None:
    """Approved words and figures stay as they are."""
    if approved:
        raise RuleBroken(
            "compilation.approved", marked("Sammanställningen är fastställd. Därför går det inte att ändra den.")
        )


def check_ready(texts: Mapping[Place, str], last_day: date, today: date) -> None:
    """A period that lasts is not frozen half counted, nor is one that nobody has read the figures of."""
    if last_day >= today:
        raise RuleBroken(
            "compilation.lasts",
            marked("Perioden är inte slut. Du kan fastställa efter {day}."),
            values={"day": last_day.isoformat()},
        )
    if not texts.get(Place.SEEN, "").strip():
        raise RuleBroken("compilation.unread", marked("Skriv först vad ni ser i siffrorna."), field=Place.SEEN)
