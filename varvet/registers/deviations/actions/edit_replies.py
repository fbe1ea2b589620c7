"""Editing a root's replies to reporters: what is taken away is kept, and no longer offered."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.deviations.models import KIND, ReplyTemplate
from varvet.registers.deviations.rules.replies import SHIPPED, Reply, check_reply

EDIT_REPLIES = "deviations.edit_replies"


@transaction.atomic
def save_reply(*, root: Unit, reply: Reply, before: int, by: User, today: date) -> ReplyTemplate:
    """A new reply, or another wording of the one with the id `before`, 0 for none.

    The first edit makes the shipped ones the root's own.
    """
    check(by, EDIT_REPLIES, root, today=today)
    check_reply(reply.title, reply.text)
    _make_own(root)
    others = ReplyTemplate.objects.filter(root=root, title=reply.title.strip()).exclude(pk=before)
    others.filter(retired=True).delete()
    if others.exists():
        raise RuleBroken("deviation.reply.twice", "Det finns redan en mall med det namnet.", field="title")
    saved = ReplyTemplate.objects.filter(root=root, pk=before).first() or ReplyTemplate(root=root)
    saved.title, saved.text, saved.status = reply.title.strip(), reply.text.strip(), reply.status
    saved.save()
    _note("reply_saved", saved, by)
    return saved


@transaction.atomic
def retire_reply(*, reply: ReplyTemplate, by: User, today: date) -> None:
    check(by, EDIT_REPLIES, reply.root, today=today)
    reply.retired = True
    reply.save(update_fields=["retired"])
    _note("reply_retired", reply, by)


@transaction.atomic
def make_own(*, root: Unit, by: User, today: date) -> None:
    """The shipped replies become the root's own, to be edited."""
    check(by, EDIT_REPLIES, root, today=today)
    _make_own(root)


def _make_own(root: Unit) -> None:
    Unit.objects.select_for_update().get(pk=root.pk)
    if ReplyTemplate.objects.filter(root=root).exists():
        return
    ReplyTemplate.objects.bulk_create(
        ReplyTemplate(root=root, title=_(reply.title), text=_(reply.text), status=reply.status) for reply in SHIPPED
    )


def _note(event: str, reply: ReplyTemplate, by: User) -> None:
    subject = trail.Subject(kind=KIND, actor_id=by.pk, unit_id=reply.root_id)
    trail.write([trail.event(event, subject, data={"reply": reply.pk})])
