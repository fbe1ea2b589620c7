"""The replies a root offers those who answer."""

from varvet.kernel.organisation.models import Unit
from varvet.registers.feedback.models import ReplyTemplate
from varvet.registers.feedback.rules.replies import SHIPPED, Reply


def list_replies(root: Unit) -> list[Reply]:
    """The root's own, or the shipped ones while it has none. One that is retired is not offered."""
    rows = list(ReplyTemplate.objects.filter(root=root))
    if not rows:
        return list(SHIPPED)
    return [Reply(row.title, row.text, row.status, row.category) for row in rows if not row.retired]


def list_templates(root: Unit) -> list[ReplyTemplate]:
    return list(ReplyTemplate.objects.filter(root=root, retired=False))
