"""The risks an improvement may be handled in: records of another register, where that runs."""

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.registry import list_registers
from varvet.kernel.ui.starts import Followed, followed
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import RISKS

MOST_RISKS = 200


def list_risks(reader: Reader) -> list[Followed]:
    """Those the reader may open where something is left to do, the newest first, at most 200."""
    found: list[Record] = []
    for card in list_registers():
        if card.kind == RISKS:
            ids = card.visible_to(reader).filter(status__in=card.open_statuses).order_by("-pk").values("pk")
            found = list(Record.objects.filter(pk__in=ids).order_by("-pk")[:MOST_RISKS])
    return list(followed(found).values())


def has_risk(improvement: Improvement) -> bool:
    """It led to a risk, or is handled in one."""
    led_to = Link.objects.filter(target_id=improvement.pk, kind=LinkKind.FOLLOWS, source__kind=RISKS)
    handled = Link.objects.filter(source_id=improvement.pk, kind=LinkKind.CONCERNS, target__kind=RISKS)
    return led_to.exists() or handled.exists()
