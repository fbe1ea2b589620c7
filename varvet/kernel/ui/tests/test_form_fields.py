"""The units on offer in a form, and the version an edit was opened on."""

import pytest
from django import forms

from varvet.kernel.access.tests.cast import Cast, reader_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm, offer_units
from varvet.kernel.ui.form_parts import fresh


class Where(forms.Form):
    unit = forms.ModelChoiceField(queryset=Unit.objects.none())


def test_only_the_units_on_offer_can_be_chosen(cast: Cast) -> None:
    for unit, is_valid in ((cast.a, True), (cast.b, False)):
        form = Where({"unit": unit.pk})
        offer_units(form, [cast.a])
        assert form.is_valid() is is_valid


@pytest.mark.parametrize(("version", "is_valid"), [("0", True), ("7", True), ("-1", False), ("", False), ("x", False)])
def test_an_edit_names_its_version(version: str, *, is_valid: bool) -> None:
    assert VersionedForm({"version": version}).is_valid() is is_valid


def test_a_fresh_form_has_a_key_of_its_own_and_the_persons_unit(cast: Cast) -> None:
    reader = reader_of(cast.bo)
    first, second = fresh(reader, [cast.a, cast.b]), fresh(reader, [cast.b])
    assert first["unit"] == cast.a.pk
    assert "unit" not in second
    assert first["key"] != second["key"]
