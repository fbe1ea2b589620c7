"""Proposals that are addressed to somebody: what of a case they see who do not handle it."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah.models import Proposal

RESPOND, EXCLUDED = "lex_sarah.respond", "lex_sarah.view_excluded"


def addressed_to(reader: Reader) -> Q:
    """Proposals to units where the reader answers, of no case that the reader is shut out of."""
    open_to = Q(case__confidentiality=Confidentiality.NORMAL) | Q(case__unit_id__in=reader.units(EXCLUDED))
    return Q(unit_id__in=reader.units(RESPOND), case__root=reader.root) & open_to


def list_addressed(reader: Reader) -> QuerySet[Proposal]:
    """What the reader may answer once it is decided, or has answered, oldest first."""
    rows = Proposal.objects.filter(addressed_to(reader), case__decided_on__isnull=False)
    return rows.select_related("case", "case__unit", "unit").order_by("given_at", "pk")
