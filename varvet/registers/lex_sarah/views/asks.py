"""What a step says: its link on the case's page, its own page's heading and button, and the word when done."""

from dataclasses import dataclass

from varvet.registers.lex_sarah.rules import Event


@dataclass(frozen=True)
class Asks:
    """All are marked texts. `name` is that of the step's address; `sub` explains, where that is not plain."""

    name: str
    event: Event
    link: str
    heading: str
    button: str
    done: str
    sub: str = ""
    permission: str = ""  # where it is another than the event's own
    template: str = "lex_sarah/step.html"


def by_name(*asks: Asks) -> dict[str, Asks]:
    return {one.name: one for one in asks}
