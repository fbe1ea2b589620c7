"""Who reported a record, and what may be reported by a unit's link: as the registers say on their cards."""

from varvet.kernel.access.models import User
from varvet.kernel.records.by_link import ByLink, Doors, OpenLink
from varvet.kernel.records.models import Record
from varvet.kernel.records.registry import get_register, list_registers


def reporter_of(record: Record) -> User | None:
    """None for somebody without an account, and where nobody knows."""
    register = get_register(record.kind)
    if register.reporter is None:
        return record.opened_by
    return register.reporter(register.model._base_manager.get(pk=record.pk))


def list_by_link() -> list[ByLink]:
    return [register.by_link for register in list_registers() if register.by_link]


def get_doors() -> Doors:
    """LookupError where no register makes links."""
    found = [register.doors for register in list_registers() if register.doors]
    if not found:
        raise LookupError("no register makes links")
    return found[0]


def find_open_link(token: str) -> OpenLink | None:
    """None for a token that is none; RuleBroken for a link that no longer holds."""
    return get_doors().find(token)
