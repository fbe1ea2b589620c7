"""What closing needs."""

from dataclasses import dataclass

from varvet.kernel.records.errors import RuleBroken


@dataclass(frozen=True)
class Missing:
    """Something to do before closing: what, and the name of the place where it is done."""

    sentence: str
    place: str
    done: bool = False


def before_closing(*, assessed: bool, categorised: bool, told_reporter: bool) -> list[Missing]:
    """What closing needs, missing first."""
    items = [
        Missing("Bedömning", "assess", assessed),
        Missing("Typ av avvikelse", "assess", categorised),
        Missing("Återkoppling till rapportören", "close", told_reporter),
    ]
    return sorted(items, key=lambda item: item.done)


def check_closing(missing: list[Missing]) -> None:
    """RuleBroken that names the first thing left to do."""
    left = [item for item in missing if not item.done]
    if left:
        raise RuleBroken("deviation.close.missing", f"Det här saknas: {left[0].sentence.lower()}.", field=left[0].place)
