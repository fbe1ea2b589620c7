"""A register's states and what leads from one to another, drawn as a Mermaid diagram and as lines of text."""

from typing import Any

from varvet.kernel.records.registry import Register
from varvet.kernel.records.transitions import Transition


def diagram(register: Register) -> str:
    """A Mermaid `stateDiagram-v2`, states in the order of the card."""
    lines = ["stateDiagram-v2"]
    lines += [f'    state "{label} ({status})" as {status}' for status, label in register.statuses.items()]
    lines += [f"    [*] --> {status}" for status in register.starts]
    lines += [arrow for transition in register.transitions for arrow in _arrows(register, transition)]
    lines += [f"    {status} --> [*]" for status in ends(register)]
    return "\n".join(lines) + "\n"


def _arrows(register: Register, transition: Transition[Any]) -> list[str]:
    words = f"{transition.label} ({transition.event})"
    return [
        f"    {source} --> {target}: {words}"
        for source in _sources(register, transition)
        for target in transition.targets or (source,)
    ]


def lines_of(register: Register) -> list[str]:
    """How a record begins and ends, what each event leads to, and the events that leave its state as it is.

    What the events are called, and where those may happen, stands in the diagram.
    """
    where = f"begins: {', '.join(register.starts)}; ends: {', '.join(ends(register)) or 'never'}"
    moving = [_line(register, transition) for transition in register.transitions if transition.targets]
    staying = [transition.event for transition in register.transitions if not transition.targets]
    return [where, *moving, *([f"in place: {', '.join(staying)}"] if staying else [])]


def _line(register: Register, transition: Transition[Any]) -> str:
    return f"{transition.event}: {_from(register, transition)} → {' or '.join(transition.targets)}"


def _from(register: Register, transition: Transition[Any]) -> str:
    if len(transition.sources) == 1:
        return ", ".join(transition.sources)
    if transition.sources == register.open_statuses:
        return "any open"
    return "any ended" if transition.sources == set(ends(register)) else ", ".join(_sources(register, transition))


def ends(register: Register) -> list[str]:
    """The states in which nothing is left to do."""
    return [status for status in register.statuses if status not in register.open_statuses]


def unreached(register: Register) -> list[str]:
    """The states that no record begins in and no event leads to."""
    reached = {*register.starts, *(target for transition in register.transitions for target in transition.targets)}
    return [status for status in register.statuses if status not in reached]


def _sources(register: Register, transition: Transition[Any]) -> list[str]:
    return [status for status in register.statuses if status in transition.sources]
