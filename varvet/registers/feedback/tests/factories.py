"""Feedback in every state, made by the actions themselves."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from varvet.kernel.access.tests.cast import LONG_AGO, NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.models import Category, CategoryList, Unit
from varvet.kernel.records.models import Confidentiality, Fact
from varvet.kernel.records.once import new_key
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback

LATER = NOW + timedelta(days=4)
SECRET = "Anna Ek på Storgatan fick vänta"
SENDER = "Anna Ek, 070-000 00 00"
ANSWER = actions.Answer("Vi ändrar.", rules.AnswerWay.PHONE)
HARM = "Personalen slog henne på armen."
COUNTED_APART = ("mention", "said", "documented", "answer_due")


@dataclass(frozen=True)
class Desk:
    """The cast and the root's list of types."""

    cast: Cast
    types: CategoryList

    def types_called(self, *codes: str) -> tuple[Category, ...]:
        return tuple(Category.objects.get(list=self.types, code=code) for code in codes)


def make_desk(cast: Cast) -> Desk:
    return Desk(cast, make_types(cast.root))


def make_types(root: Unit, key: str = "feedback_type") -> CategoryList:
    values = (CategoryValue("waiting", "Väntetid"), CategoryValue("treatment", "Bemötande"))
    content = NewList("Typer", values, multiple=True)
    version = new_version(root=root, key=key, content=content, first_day=LONG_AGO)
    return CategoryList.objects.get(pk=version.id)


def make_captured(
    desk: Desk,
    sort: rules.Sort = rules.Sort.COMPLAINT,
    confidentiality: Confidentiality = Confidentiality.NORMAL,
    category: str = "waiting",
) -> Feedback:
    content = actions.Capture(
        desk.cast.a, sort, rules.Channel.PHONE, SECRET, SENDER, confidentiality, category=category
    )
    record = actions.capture(content=content, key=new_key(), by=desk.cast.bo, now=NOW)
    return Feedback.objects.get(pk=record.pk)


def make_answered(desk: Desk) -> Feedback:
    feedback = make_captured(desk)
    return actions.answer(feedback=feedback, content=ANSWER, version=1, by=desk.cast.alice, now=LATER)


def make_closed(desk: Desk) -> Feedback:
    feedback = make_answered(desk)
    return actions.close(feedback=feedback, reason="", version=2, by=desk.cast.alice, now=LATER)


def make_reopened(desk: Desk) -> Feedback:
    feedback = make_closed(desk)
    return actions.reopen(feedback=feedback, reason="Svaret räckte inte.", version=3, by=desk.cast.alice, now=LATER)


def history(desk: Desk, **given: object) -> actions.History:
    """A closed and answered complaint of 2023 from another system, with what a test gives instead."""
    values: dict[str, object] = {
        "unit": desk.cast.a,
        "received_at": datetime(2023, 5, 2, 8, tzinfo=UTC),
        "sort": "complaint",
        "status": rules.Status.CLOSED,
        "category_list": desk.types,
        "categories": desk.types_called("waiting", "treatment"),
        "diary_number": "SN-2023/117",
        "registered_on": date(2023, 5, 3),
        "answered_on": date(2023, 5, 10),
        "answer_registered_on": date(2023, 5, 11),
        "closed_at": datetime(2023, 5, 12, 8, tzinfo=UTC),
        "synthetic": True,
    }
    return actions.History(**(values | given))  # type: ignore[arg-type]  # tests give one field at a time


def happenings(feedback: Feedback) -> list[tuple[str, date]]:
    """What has happened to it; what it is about, and what is owed, are counted apart."""
    rows = Fact.objects.filter(record_id=feedback.pk).exclude(happening__in=COUNTED_APART).order_by("pk")
    return [(fact.happening, fact.day) for fact in rows]


def events(feedback: Feedback) -> list[str]:
    rows = AuditEvent.objects.filter(kind="feedback", record_id=feedback.pk).order_by("pk")
    return [row.event for row in rows]


def make_noted(desk: Desk, handled: rules.Handled, what: str = "", **given: object) -> Feedback:
    """Noted with a few taps: a complaint about waiting that a client told Bo."""
    values: dict[str, object] = {
        "unit": desk.cast.a,
        "sort": rules.Sort.COMPLAINT,
        "channel": rules.Channel.SPOKEN,
        "what": what,
        "said_by": rules.Speaker.CLIENT,
        "category": "waiting",
        "handled": handled,
    }
    content = actions.Capture(**(values | given))  # type: ignore[arg-type]  # tests give one field at a time
    record = actions.capture(content=content, key=new_key(), by=desk.cast.bo, now=NOW)
    return Feedback.objects.get(pk=record.pk)


def make_sent_in(desk: Desk, what: str = SECRET) -> tuple[Feedback, str]:
    """From the public, with the hash of the code its sender got."""
    content = actions.SentIn(desk.cast.a, rules.Sort.COMPLAINT, what, SENDER)
    record = actions.send_in(content=content, key=new_key(), now=NOW)
    feedback = Feedback.objects.get(pk=record.pk)
    return feedback, feedback.following.follow_hash
