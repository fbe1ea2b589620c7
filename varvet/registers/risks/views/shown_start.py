"""The form of a new risk, and the record it is begun from."""

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_parts import fresh
from varvet.kernel.ui.lists import word_asked
from varvet.registers.risks import actions, forms, queries


def add_form(request: PersonRequest) -> tuple[forms.AddForm, Record | None]:
    """The record is of another register and one the reader may open."""
    units = request.reader.list_units(actions.EDIT)
    asked = word_asked(request.GET, "fran")
    follows = queries.find_record(request.reader, asked) if asked else None
    start = fresh(request, units)
    if follows is not None and follows.unit_id in {unit.pk for unit in units}:
        start["unit"] = follows.unit_id
    return forms.AddForm(request.POST or None, units=units, initial=start), follows
