"""What the start page says of feedback: the one tap that begins to note what somebody said."""

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Panel, Sentence, StartPanel


def capture(_reader: Reader) -> Panel:
    """Asks the database nothing."""
    return Panel(
        title=_("Sade någon vad de tycker?"),
        sentences=(Sentence(_("Klagomål, beröm eller förslag: fyra tryck räcker när det redan är löst.")),),
        href=reverse("feedback:capture"),
        link=_("Registrera en synpunkt"),
    )


CAPTURE = StartPanel(("feedback.receive",), 12, capture)
