"""What the steps' pages say, and what the events are called."""

from dataclasses import dataclass

from varvet.kernel.law.words import marked
from varvet.registers.improvements.rules import Event

HAPPENED = {
    "decided": marked("Åtgärden beslutades."),
    "imported": marked("Åtgärden lästes in från tidigare uppföljning."),
    "started": marked("Åtgärden påbörjades."),
    "carried_out": marked("Åtgärden genomfördes."),
    "effect_judged": marked("Effekten bedömdes."),
    "given_up": marked("Åtgärden avbröts."),
    "carried_over": marked("Åtgärden flyttades till ett senare år."),
    "reassigned": marked("Åtgärden fick en ny ansvarig."),
    "edited": marked("Åtgärden ändrades."),
    "effect_planned": marked("Uppföljningen av effekten planerades."),
    "steps_written": marked("Stegen på vägen ändrades."),
    "spread": marked("Åtgärden spreds till fler enheter."),
    "spread_here": marked("Åtgärden kom hit från en annan enhet."),
    "changed_with_others": marked("Åtgärden ändrades tillsammans med andra."),
    "public_written": marked("En text för allmänheten skrevs."),
    "published": marked("Texten för allmänheten publicerades."),
    "withdrawn": marked("Texten för allmänheten togs ned."),
}


@dataclass(frozen=True)
class Asks:
    """What a step's page says: the heading, the button, and the link that leads there."""

    heading: str
    button: str
    link: str


ASKS = {
    Event.START: Asks(marked("Påbörja åtgärden"), marked("Påbörja"), marked("Påbörja")),
    Event.CARRY_OUT: Asks(marked("Är åtgärden genomförd?"), marked("Spara"), marked("Markera som genomförd")),
    Event.JUDGE: Asks(marked("Vilken effekt fick den?"), marked("Spara bedömningen"), marked("Bedöm effekten")),
    Event.GIVE_UP: Asks(marked("Avbryt åtgärden"), marked("Avbryt åtgärden"), marked("Avbryt, genomförs inte")),
    Event.CARRY_OVER: Asks(
        marked("Flytta åtgärden till ett senare år"), marked("Flytta"), marked("Flytta till ett senare år")
    ),
    Event.EDIT: Asks(marked("Ändra åtgärden"), marked("Spara ändringarna"), marked("Ändra")),
    Event.PLAN: Asks(
        marked("Hur ska ni följa upp effekten?"), marked("Spara planen"), marked("Planera uppföljningen av effekten")
    ),
    Event.STEPS: Asks(marked("Stegen på vägen"), marked("Spara stegen"), marked("Skriv och bocka av steg")),
    Event.SPREAD: Asks(marked("Sprid till fler enheter"), marked("Sprid åtgärden"), marked("Sprid till fler enheter")),
}
