"""Choosing files, and saying why one is removed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from varvet.kernel.access.models import User
from varvet.kernel.files.kinds import ACCEPT
from varvet.kernel.files.stored import Upload
from varvet.kernel.records.sent_files import Removal
from varvet.kernel.ui.form_fields import VersionedForm, text_area

FIELD = "chosen"


class ManyFiles(forms.FileInput):
    allow_multiple_selected = True


class AddForm(forms.Form):
    """What each file is, the register's action finds out; here only that something was chosen."""

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    chosen = forms.Field(
        label=_("Välj filer"),
        help_text=_("PDF, bild, Word, Excel, ODT, text eller CSV. Högst 15 MB var."),
        required=False,  # a form that was cut off has none whole, and says more than that
        widget=ManyFiles(attrs={"multiple": True, "accept": ACCEPT, "aria-required": "true"}),
    )

    def __init__(self, *args: Any, uploads: Sequence[Upload] = (), **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "file_%s")  # it stands on pages beside other forms
        super().__init__(*args, **kwargs)
        self.uploads = uploads

    def clean(self) -> dict[str, Any]:
        if not self.uploads:
            self.add_error("chosen", _("Välj minst en fil."))
        return self.cleaned_data


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
