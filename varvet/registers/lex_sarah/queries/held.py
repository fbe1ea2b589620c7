"""Cases that somebody investigates by name."""

from django.db.models import QuerySet

from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.holding import Held
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.queries.clocks import INVESTIGATE
from varvet.registers.lex_sarah.rules import OPEN


def _investigated(root: Unit) -> QuerySet[LexSarah]:
    return LexSarah.objects.filter(root=root, status__in=OPEN, joined_to__isnull=True, investigator__isnull=False)


HELD = (Held("investigator", INVESTIGATE, _investigated),)
