"""Choosing files, and saying why one is removed."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.files.kinds import ACCEPT
from varvet.kernel.records.sent_files import Removal
from varvet.kernel.ui.form_fields import VersionedForm, text_area

FIELD = "chosen"


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class ManyFilesField(forms.Field):
    """Only that something was chosen; what each file is, the register's action finds out."""

    widget = ManyFiles


class AddForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    chosen = ManyFilesField(
        label=_("Välj filer"),
        help_text=_("PDF, bild, Word, Excel, ODT, text eller CSV. Högst 15 MB var."),
        widget=ManyFiles(attrs={"multiple": True, "accept": ACCEPT}),
        error_messages={"required": _("Välj minst en fil.")},
    )


class RemoveForm(VersionedForm):
    reason = forms.CharField(
        label=_("Varför tas filen bort?"),
        help_text=_("Till exempel: ”Bilden visar fel person.” Skriv inga namn."),
        widget=text_area(2),
        max_length=1_000,
        error_messages={"required": _("Skriv varför filen tas bort."), "max_length": _("Skriv högst 1 000 tecken.")},
    )

    def removal(self, attachment_id: int, *, by: User, now: datetime) -> Removal:
        return Removal(attachment_id, self.cleaned_data["reason"], self.cleaned_data["version"], by, now)
