"""The time that has been given to a record, on its page: one tag, whatever the register; built in."""

from typing import Any

from django import template

from varvet.kernel.deadlines import given
from varvet.kernel.records.models import Record

register = template.Library()


@register.inclusion_tag("ui/parts/time_given.html", takes_context=True)
def time_given(context: template.Context, record: Record) -> dict[str, Any]:
    """What was given, with reasons for those who may read them, and how a pause ends. Nothing where nothing was."""
    return {"time": given.time_given(context["request"].reader, record), "record": record}
