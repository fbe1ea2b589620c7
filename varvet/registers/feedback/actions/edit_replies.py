"""Editing a root's replies: what is taken away is kept, and no longer offered."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.feedback.models import KIND, ReplyTemplate
from varvet.registers.feedback.rules.replies import SHIPPED, Reply, check_reply

EDIT_REPLIES = "feedback.edit_replies"


@dataclass(frozen=True)
class Edited:
    """Which reply a wording is of, and in which version it was opened; 0 and 0 for a new one."""

    pk: int = 0
    version: int = 0


@transaction.atomic
def save_reply(*, root: Unit, reply: Reply, edited: Edited, by: User, today: date) -> ReplyTemplate:
    """The first edit makes the shipped ones the root's own. StaleVersion where somebody saved the same first."""
    check(by, EDIT_REPLIES, root, today=today)
    check_reply(reply)
    _make_own(root)
    title = reply.title.strip()
    if ReplyTemplate.objects.filter(root=root, title=title, retired=False).exclude(pk=edited.pk).exists():
        raise RuleBroken("feedback.reply.twice", "Det finns redan en mall med det namnet.", field="title")
    saved = _edited(root, edited)
    saved.title, saved.text = title, reply.text.strip()
    saved.status, saved.category = reply.status, reply.category
    saved.version += 1
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


def _edited(root: Unit, edited: Edited) -> ReplyTemplate:
    if not edited.pk:
        return ReplyTemplate(root=root)
    found = ReplyTemplate.objects.get(root=root, pk=edited.pk, retired=False)
    if found.version != edited.version:
        raise StaleVersion(found.title, edited.version, found.version)
    return found


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
