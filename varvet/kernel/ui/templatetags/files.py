"""A record's files on its page: one tag, whatever the register; built in."""

from typing import Any

from django import template

from varvet.kernel.records.models import Record
from varvet.kernel.ui.files import shown

register = template.Library()


@register.inclusion_tag("ui/files/attachments.html", takes_context=True)
def attachments(context: template.Context, record: Record) -> dict[str, Any]:
    """The files the reader may open, and a form to add more for whoever may. Nothing where the register takes none."""
    request = context["request"]
    return {"part": shown.part(request.reader, record), "place": shown.PLACE, "csrf_token": context.get("csrf_token")}
