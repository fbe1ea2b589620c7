"""Reading what lists said: within the reader's scope, and the codes of cases only for those who may."""

from django.db.models import QuerySet

from varvet.extracts.apart.asked import Codes, Computed, ListRead
from varvet.extracts.apart.places import CODES
from varvet.extracts.apart.spoken import read
from varvet.extracts.mappings import ColumnMap, from_json
from varvet.kernel.access.checks import check
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.reading import note_reading
from varvet.registers.self_checks.models import ColumnChoice, DelegationOrder, ListCheck, Round
from varvet.registers.self_checks.queries.round import visible_to
from varvet.registers.self_checks.rules.list_check import ListState

CASE_CODES = "self_checks.case_codes"
READING = "case_codes"  # the part, in the trail of readings
CASES = "cases"


def list_checks_of(round_: Round) -> list[ListCheck]:
    """The newest first."""
    return list(ListCheck.objects.filter(round=round_).select_related("delegation").order_by("-pk"))


def find_list_checks(reader: Reader) -> QuerySet[ListCheck]:
    rows = ListCheck.objects.filter(round__in=visible_to(reader))
    return rows.select_related("round__unit", "round__root", "round__question", "delegation", "taken_in_by")


def told_of(row: ListCheck) -> ListRead:
    return read(ListRead, row.read)


def computed_of(row: ListCheck) -> Computed | None:
    return read(Computed, row.computed) if row.state == ListState.COUNTED else None


def read_codes(reader: Reader, row: ListCheck) -> Codes | None:
    """Pseudonyms of the cases behind the figures; the reading is noted. None when the list is gone."""
    check(reader.user, CASE_CODES, row.round.unit, today=reader.today)
    note_reading(row.round, READING, by=reader.user)
    file = row.folder / CODES
    if row.removed_on or not file.exists():
        return None
    return read(Codes, file.read_text("utf-8"))


def last_columns(root: Unit, kind: str = CASES) -> ColumnMap | None:
    """As last used, whichever source it was."""
    found = ColumnChoice.objects.filter(root=root, kind=kind).first()
    return from_json(found.columns) if found else None


def delegation_orders(root: Unit) -> list[DelegationOrder]:
    """The newest first, with their lines."""
    return list(DelegationOrder.objects.filter(root=root).prefetch_related("lines").order_by("-number"))
