"""What is said of a text that does not fit."""

from django.utils.translation import gettext_lazy as _

TOO_LONG = _("Texten är för lång. Korta den till högst 20 000 tecken.")
