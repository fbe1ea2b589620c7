"""The entry of many like events as shown."""

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.keyed import key_of
from varvet.registers.deviations import forms, queries


def tally_units(reader: Reader) -> list[Unit]:
    """Where the person may make a tally entry. NotAllowed when nowhere."""
    units = reader.list_units("deviations.tally")
    if not units:
        raise NotAllowed("Samlad registrering görs av enhetschef eller kvalitetssamordnare.")
    return units


def tally_form(request: PersonRequest, units: list[Unit]) -> forms.TallyForm:
    root = request.reader.root
    versions = queries.category_list_on(root, request.reader.today) if root else None
    return forms.TallyForm(request.POST or None, units=units, versions=versions, initial={"key": key_of(request)})
