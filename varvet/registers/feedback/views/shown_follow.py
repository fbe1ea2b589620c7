"""What whoever has a code sees: the answer, what has happened, and what they can still say."""

from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.records.narratives import Words
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.record_parts import events_of
from varvet.registers.feedback import actions, forms, queries, rules
from varvet.registers.feedback.models import Attempt, Feedback, Part
from varvet.registers.feedback.rules import Contentment, Event, Sort, public
from varvet.registers.feedback.views import shown_public, shown_receipt

FOLLOWED = "feedback.followed"
HAPPENED = {
    "received": marked("Vi tog emot det du berättade."),
    "answered": marked("Du fick svar."),
    "asked": marked("Vi ställde en fråga till dig."),
    "added": marked("Du lade till något."),
    "judged": marked("Du sade vad du tyckte om svaret."),
    "closed": marked("Vi avslutade ärendet."),
    "reopened": marked("Ärendet öppnades igen."),
}
LABELS = {
    Part.WHAT: marked("Du berättade"),
    Part.ANSWER: marked("Vi svarade"),
    Part.ASKED: marked("Vi frågade"),
    Part.ADDED: marked("Du skrev"),
}
STATES = {
    rules.Status.RECEIVED: marked("Vi har tagit emot det du berättade"),
    rules.Status.ANSWERED: marked("Vi har svarat dig"),
    rules.Status.REOPENED: marked("Vi tittar på det igen"),
    rules.Status.CLOSED: marked("Ärendet är klart"),
}
EASY = "feedback.easy"
EASY_STATES = {
    rules.Status.RECEIVED: marked("Vi har fått det du skrev"),
    rules.Status.ANSWERED: marked("Du har fått svar"),
    rules.Status.REOPENED: marked("Vi tittar en gång till"),
    rules.Status.CLOSED: marked("Det här är klart"),
}


@dataclass(frozen=True)
class Told:
    """Something written or done, and the day it was."""

    part: str
    label: str
    text: str
    day: date


def _told(word: Words) -> Told:
    return Told(word.part, _(LABELS[Part(word.part)]), word.text, day_of(word.written_at))


def is_easy(request: HttpRequest) -> bool:
    """The easy words, once asked for, stay until the ordinary ones are, or the browser is to forget."""
    asked = request.GET.get("latt", "")
    if asked == "1":
        request.session[EASY] = True
        shown_receipt.soon_over(request)
    elif asked:
        request.session.pop(EASY, None)
    return bool(request.session.get(EASY))


def door(request: HttpRequest, form: forms.FollowForm) -> dict[str, object]:
    wrong = _wrong_codes(request)
    return {
        "form": form,
        "easy": is_easy(request),
        "sum": shown_public.sum_in_words() if wrong >= public.CALM_CODES else "",
    }


def remember(request: HttpRequest, form: forms.FollowForm) -> None:
    """Remembers what the code belongs to, by its hash. A code that is none says nothing but that, and is counted."""
    wrong = _wrong_codes(request)
    public.check_code_tries(wrong)
    if wrong >= public.CALM_CODES:
        public.check_sum(shown_public.asked_sum(), form.cleaned_data["total"])
    found = queries.find_by_code(form.cleaned_data["code"])
    if not found:
        _refuse(request)
    request.session[FOLLOWED] = found
    shown_receipt.soon_over(request)


def _refuse(request: HttpRequest) -> NoReturn:
    source, now = shown_public.source(request), timezone.now()
    actions.note_attempt(purpose=Attempt.Purpose.WRONG_CODE, source=source, now=now)
    public.refuse_code()


def _wrong_codes(request: HttpRequest) -> int:
    return queries.count_attempts(Attempt.Purpose.WRONG_CODE, shown_public.source(request), timezone.now())


def followed(request: HttpRequest) -> Feedback | None:
    return queries.find_by_hash(str(request.session.get(FOLLOWED, "")))


def fresh_key() -> dict[str, str]:
    return {"key": new_key()}


def add_more(request: HttpRequest, form: forms.MoreForm) -> None:
    given, follow_hash = form.cleaned_data, str(request.session[FOLLOWED])
    key = f"{follow_hash}:{given['key']}"
    actions.add_by_code(follow_hash=follow_hash, text=given["more"], key=key, now=timezone.now())
    messages.success(request, _("Tack. Den som svarar dig läser det du skrev."))


def take_up_again(request: HttpRequest, feedback: Feedback, form: forms.AgainForm) -> None:
    reason, follow_hash = form.cleaned_data["reason"], feedback.following.follow_hash
    key = f"{follow_hash}:{form.cleaned_data['key']}"
    actions.reopen_by_code(follow_hash=follow_hash, reason=reason, key=key, now=timezone.now())
    messages.success(request, _("Vi tittar på det igen och svarar dig på nytt."))


def after_judging(contentment: Contentment) -> str:
    """Whoever is not content is led to say what went wrong."""
    place = "#igen" if contentment is Contentment.NOT else ""
    return f"{reverse('feedback:followed')}{place}"


def case(request: HttpRequest, feedback: Feedback | None) -> HttpResponse:
    if feedback is None:
        return redirect("feedback:follow")
    return render(request, "feedback/public_followed.html", page(feedback) | _words(request, feedback))


def again(
    request: HttpRequest,
    feedback: Feedback | None,
    more: forms.MoreForm | None = None,
    judging: forms.ContentForm | None = None,
    again: forms.AgainForm | None = None,
) -> HttpResponse:
    """The page once more, with what was wrong; the door for whoever the browser no longer knows."""
    if feedback is None:
        return redirect("feedback:follow")
    shown = page(feedback, more=more, judging=judging, again=again) | _words(request, feedback)
    return render(request, "feedback/public_followed.html", shown, status=422)


def _words(request: HttpRequest, feedback: Feedback) -> dict[str, object]:
    easy = is_easy(request)
    return {"easy": easy, "state": (EASY_STATES if easy else STATES)[rules.Status(feedback.status)]}


def page(
    feedback: Feedback,
    more: forms.MoreForm | None = None,
    judging: forms.ContentForm | None = None,
    again: forms.AgainForm | None = None,
) -> dict[str, object]:
    words = [_told(word) for word in queries.read_told(feedback)]
    asked = [word for word in words if word.part == Part.ASKED]
    waits = feedback.status in rules.UNANSWERED and feedback.sort != Sort.PRAISE
    start = {"contentment": feedback.contentment}
    return {
        "feedback": feedback,
        "root": feedback.root,
        "organisation": feedback.root,
        "due": queries.read_answer_by(feedback) if waits else None,
        "answers": [word for word in words if word.part == Part.ANSWER],
        "question": asked[-1] if asked and queries.is_asked(feedback) else None,
        "own": [word for word in words if word.part != Part.ANSWER],
        "told": [
            Told(e.name, "", e.sentence, day_of(e.at)) for e in events_of(feedback, HAPPENED) if e.name in HAPPENED
        ],
        "more": _if(rules.may(Event.ADD, feedback.status), more or more_form(feedback)),
        "judging": _if(rules.may(Event.JUDGE, feedback.status), judging or forms.ContentForm(initial=start)),
        "again": _if(rules.may(Event.REOPEN, feedback.status), again or forms.AgainForm(initial=fresh_key())),
    }


def more_form(feedback: Feedback, data: QueryDict | None = None) -> forms.MoreForm:
    form = forms.ReplyForm if queries.is_asked(feedback) else forms.MoreForm
    return form(data, initial=fresh_key())


def _if(may: bool, form: object) -> object:  # noqa: FBT001 - a value, not a switch
    return form if may else None


def forget(request: HttpRequest) -> None:
    for name in (FOLLOWED, EASY, shown_receipt.SENT):
        request.session.pop(name, None)
