"""The list of the units' cases, and whose texts may be searched."""

from collections.abc import Sequence

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.confidential import within
from varvet.kernel.records.models import Record
from varvet.kernel.records.paging import Filters, Page, narrowed, page_of
from varvet.kernel.records.registry import Readable
from varvet.registers.lex_sarah.models import KIND, LexSarah
from varvet.registers.lex_sarah.queries.visible import EXCLUDED
from varvet.registers.lex_sarah.rules import OPEN


def listed(reader: Reader) -> QuerySet[Record]:
    """What the reader's list holds, and whose texts the reader may search."""
    return Record.objects.filter(within(reader, "lex_sarah.view", EXCLUDED), kind=KIND, root=reader.root)


READABLE = Readable("lex_sarah.view", listed)


def list_page(reader: Reader, filters: Filters, after: str) -> Page[LexSarah]:
    """A page of the units' cases, newest first, without their texts."""
    rows = narrowed(listed(reader), filters, OPEN, reader)
    return page_of(rows, after, _children)


def _children(ids: Sequence[int]) -> list[LexSarah]:
    return list(LexSarah.objects.filter(pk__in=ids).select_related("unit", "category"))
