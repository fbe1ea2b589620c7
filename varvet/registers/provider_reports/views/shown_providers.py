"""A provider's form as first shown."""

from django.http import Http404

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.registers.provider_reports import actions, forms, queries
from varvet.registers.provider_reports.models import Provider


def ready(reader: Reader, pk: int | None) -> tuple[Unit, Provider | None]:
    """The root and its provider; None for a new one. Http404 for one that is not in the root's list."""
    reader.require(actions.EDIT_PROVIDERS)
    provider = None if pk is None else queries.get_provider(reader, pk)
    if reader.root is None or (pk is not None and provider is None):
        raise Http404
    return reader.root, provider


def form_of(request: PersonRequest, provider: Provider | None) -> forms.ProviderForm:
    return forms.ProviderForm(request.POST or None, initial=_start(request.reader, provider))


def _start(reader: Reader, provider: Provider | None) -> dict[str, object]:
    if provider is None:
        return {"first_day": reader.today}
    names = ("name", "organisation_number", "contract", "first_day", "last_day")
    return {name: getattr(provider, name) for name in names}
