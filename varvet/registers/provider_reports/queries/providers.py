"""The root's private providers: all for those who keep the list, those of today to choose among."""

from django.db.models import Q, QuerySet

from varvet.kernel.access.reader import Reader
from varvet.registers.provider_reports.models import Provider


def list_providers(reader: Reader) -> QuerySet[Provider]:
    """All, also those that have ended, in Swedish order."""
    return Provider.objects.filter(root=reader.root)


def offered(reader: Reader, chosen: int | None = None) -> QuerySet[Provider]:
    """Those in force today, and the one that a report already has."""
    today = reader.today
    in_force = Q(first_day__lte=today) & (Q(last_day__isnull=True) | Q(last_day__gte=today))
    return list_providers(reader).filter(in_force | Q(pk=chosen))


def get_provider(reader: Reader, pk: int) -> Provider | None:
    return list_providers(reader).filter(pk=pk).first()
