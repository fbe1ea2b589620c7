"""One's saved views on the start page, so that a list one works in is one press away."""

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.panels import Panel, Row, StartPanel
from varvet.kernel.ui.saved_views.shown import own_views

SHOWN = 5


def my_views(reader: Reader) -> Panel | None:
    kept = own_views(reader)
    if not kept:
        return None
    rows = tuple(Row(title=view.name, href=view.href, detail=_(view.register)) for view in kept[:SHOWN])
    return Panel(_("Mina vyer"), rows=rows, href=reverse("views:list"), link=_("Ändra vyer"))


MY_VIEWS = StartPanel((), 15, my_views)
