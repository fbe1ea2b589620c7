"""Beginning a record from the page one is on, where that page is no record."""

from typing import Any

from django import template
from django.template import Context

from varvet.kernel.ui.starts import begun_on_page, starts_from_page

register = template.Library()


@register.inclusion_tag("ui/parts/begin_here.html", takes_context=True)
def begin_here(context: Context, words: str) -> dict[str, Any]:
    """What was begun from this page, and what the reader may begin; `words` say what the page is, and name nobody.

    Nothing where the page is made for nobody who asks.
    """
    request = context.get("request")
    if request is None:
        return {}
    reader, address = request.reader, request.get_full_path()
    return {"starts": starts_from_page(reader, address, words), "begun": begun_on_page(reader, address)}
