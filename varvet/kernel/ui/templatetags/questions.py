"""What a record asks of others, on its page: one tag, whatever the register; built in."""

from collections.abc import Iterable
from typing import Any

from django import template

from varvet.kernel.records.models import Record
from varvet.kernel.ui.questions.part import part_of

register = template.Library()


@register.inclusion_tag("ui/parts/questions.html", takes_context=True)
def questions_of(context: template.Context, record: Record, together: Iterable[Record] = ()) -> dict[str, Any]:
    """Signs to weigh, what was asked with its answers, and what may be asked. For those who handle the record."""
    return part_of(context["request"].reader, record, together)
