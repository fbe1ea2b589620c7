"""Beginning a record from the page one is on, where that page is no record."""

from typing import Any

from django import template
from django.template import Context

from varvet.kernel.ui.starts import starts_from_page

register = template.Library()


@register.inclusion_tag("ui/parts/begin_here.html", takes_context=True)
def begin_here(context: Context, words: str) -> dict[str, Any]:
    """Links to what the reader may begin from this page; `words` say in Swedish what the page is, and name nobody."""
    request = context["request"]
    return {"starts": starts_from_page(request.reader, request.get_full_path(), words)}
