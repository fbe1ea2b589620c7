"""Choosing a form that the root has published."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.models import FormVersion

FORM_LABEL = _("Formulär")
FORM_HELP = _("Frågorna som ni svarar på i varje ärende. Lämna tomt när ni räknar på annat sätt.")
FORM_ERRORS = {"invalid_choice": _("Välj ett formulär i listan.")}


def offer_forms(form: forms.Form, root: Unit | None) -> None:
    """Puts what the root has published in the form's field `form`."""
    offer_versions(form, queries.list_usable(root))


def offer_versions(form: forms.Form, versions: QuerySet[FormVersion]) -> None:
    field = form.fields["form"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = versions
    field.choices = [("", gettext("Inget formulär")), *((version.pk, _label(version)) for version in versions)]


def _label(version: FormVersion) -> str:
    """The form's name; the version where it is not the first."""
    if version.number == 1:
        return version.form.name
    return gettext("{name}, version {number}").format(name=version.form.name, number=version.number)
