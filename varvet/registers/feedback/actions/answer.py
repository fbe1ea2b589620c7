"""Answering the person, asking them more, and what they thought of the answer."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.notifications.events import Event as Notice
from varvet.kernel.records.narratives import keep
from varvet.registers.feedback import rules
from varvet.registers.feedback.actions.steps import begin, begin_case, finish, tell_noter
from varvet.registers.feedback.models import Feedback, Part
from varvet.registers.feedback.rules import AnswerWay, Contentment, Event


@dataclass(frozen=True)
class Answer:
    """What they are told, and how it was sent. With a code it can be read there too, whichever way it went."""

    text: str
    how: AnswerWay


@transaction.atomic
def answer(*, feedback: Feedback, content: Answer, version: int, by: User, now: datetime) -> Feedback:
    """To each who said the same. The day of the first answer stays when one more is given after a reopening."""
    case = begin_case(feedback, Event.ANSWER, version=version, by=by, now=now)
    rules.check_way(content.how, has_code=case.lead.has_code)
    rules.check_words("text", content.text, "Skriv svaret.")
    case.change({"status": rules.check_transition(Event.ANSWER, case.lead.status), "answer_kept": True})
    for one in case.all:
        one.answered_on = one.answered_on or day_of(now)
        one.answered_how = one.answered_how or content.how
        one.asked_on = one.added_on = None
        keep(one, {Part.ANSWER: content.text}, by=by, now=now)
        tell_noter(one, Notice.ANSWERED, by=by, now=now)
    return case.finish("answered", by=by, data={"how": content.how})


@transaction.atomic
def ask(*, feedback: Feedback, text: str, version: int, by: User, now: datetime) -> Feedback:
    """Read with the code, where the reply is written too; until then it waits for them."""
    current = begin(feedback, Event.ASK, version=version, by=by, now=now)
    rules.check_askable(has_code=current.has_code)
    rules.check_words("text", text, "Skriv frågan.")
    current.asked_on = day_of(now)
    keep(current, {Part.ASKED: text}, by=by, now=now)
    return finish(current, "asked", by=by)


@transaction.atomic
def note_read(*, feedback: Feedback, version: int, by: User, now: datetime) -> Feedback:
    """What they added has been read by somebody who handles it: it waits for nobody any longer."""
    current = begin(feedback, Event.READ, version=version, by=by, now=now)
    current.added_on = None
    return finish(current, "read", by=by)


@transaction.atomic
def judge(*, feedback: Feedback, contentment: Contentment, version: int, by: User, now: datetime) -> Feedback:
    """What they said when somebody asked them; whoever has a code can say it there, and the last said holds."""
    current = begin(feedback, Event.JUDGE, version=version, by=by, now=now)
    current.contentment, current.judged_on = contentment, day_of(now)
    return finish(current, "judged", by=by, data={"contentment": contentment})
