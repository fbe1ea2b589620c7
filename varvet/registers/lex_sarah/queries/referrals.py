"""Questions from other registers that wait for an answer."""

from django.db.models import QuerySet

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.models import Referral
from varvet.kernel.records.referrals import list_open
from varvet.registers.lex_sarah.models import KIND


def list_referrals(reader: Reader) -> QuerySet[Referral]:
    """Open questions that the reader may answer, the oldest first."""
    return list_open(reader, KIND, "lex_sarah.investigate")
