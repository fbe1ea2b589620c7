"""Which cases a reader sees, and what is read of one."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.narratives import Words
from varvet.registers.lex_sarah.models import REPORTED_PARTS, LexSarah

EXCLUDED = "lex_sarah.view_excluded"


def visible_to(reader: Reader) -> QuerySet[LexSarah]:
    """Cases in the reader's units, and those the reader reported."""
    seen = within(reader, "lex_sarah.view", EXCLUDED) | Q(opened_by=reader.user)
    return LexSarah.objects.filter(seen, root=reader.root).select_related("unit", "root", "category")


def read_narratives(reader: Reader, case: LexSarah) -> list[Words]:
    """The texts, oldest first; each reading is noted. A reporter who does not handle sees the report alone."""
    handles = reader.can("lex_sarah.view", case.unit_id)
    return narratives.read(case, by=reader.user, only=Q() if handles else Q(part__in=REPORTED_PARTS))
