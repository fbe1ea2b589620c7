"""The entry of many like events as shown."""

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.ui.keyed import key_of
from varvet.registers.deviations import forms, queries, rules


def tally_units(reader: Reader) -> list[Unit]:
    """Where the person may make a tally entry. NotAllowed when nowhere."""
    units = reader.list_units("deviations.tally")
    if not units:
        raise NotAllowed("Samlad registrering görs av enhetschef eller kvalitetssamordnare.")
    return units


def tally_form(request: PersonRequest, units: list[Unit]) -> forms.TallyForm:
    root = request.reader.root
    versions = queries.category_list_on(root, request.reader.today) if root else None
    kinds = choices_on(root, rules.KINDS, request.reader.today) if root else []
    start = {"key": key_of(request)}
    return forms.TallyForm(request.POST or None, units=units, versions=versions, kinds=kinds, initial=start)
