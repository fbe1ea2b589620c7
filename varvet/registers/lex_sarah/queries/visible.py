"""Which cases a reader sees, and what is read of one."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records import narratives
from varvet.kernel.records.confidential import within
from varvet.kernel.records.narratives import Words
from varvet.registers.lex_sarah.models import REPORTED_PARTS, LexSarah
from varvet.registers.lex_sarah.queries.proposals import list_addressed

EXCLUDED = "lex_sarah.view_excluded"


def visible_to(reader: Reader) -> QuerySet[LexSarah]:
    """Cases in the reader's units, those the reader reported, and those with a proposal for the reader to answer."""
    addressed = Q(pk__in=list_addressed(reader).values("case_id"))
    seen = within(reader, "lex_sarah.view", EXCLUDED) | Q(opened_by=reader.user) | addressed
    return LexSarah.objects.filter(seen, root=reader.root).select_related("unit", "root", "category")


def is_only_addressed(reader: Reader, case: LexSarah) -> bool:
    """Whether all the reader has to do with the case is to answer a proposal."""
    return not reader.can("lex_sarah.view", case.unit_id) and case.opened_by_id != reader.user.pk


def read_narratives(reader: Reader, case: LexSarah) -> list[Words]:
    """The texts, oldest first; each reading is noted. A reporter who does not handle sees the report alone.

    Whoever only answers a proposal reads none.
    """
    handles = reader.can("lex_sarah.view", case.unit_id)
    if is_only_addressed(reader, case):
        return []
    return narratives.read(case, by=reader.user, only=Q() if handles else Q(part__in=REPORTED_PARTS))
