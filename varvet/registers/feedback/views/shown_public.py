"""The public form as shown: which step one is at, what was answered in the others, and what is asked of the doubtful.

Nothing is kept between the steps: the answers travel in the form itself, and only what is sent is stored.
"""

import time
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.forms import Form
from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.crypto.handed import fingerprint, follow_code
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import find_root
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import find_made, new_key
from varvet.kernel.ui.keyed import NAME
from varvet.registers.feedback import actions, forms, queries
from varvet.registers.feedback.models import KIND, Attempt
from varvet.registers.feedback.rules import Sort, public

NONCE = "feedback.nonce"
REMEMBERED = 60 * 60  # seconds: somebody else may use the same phone
CODE_SHOWN = timedelta(minutes=30)
STEPS = ("slag", "text", "vem", "kontroll")
SEND = "skicka"
OPENED = signing.TimestampSigner(salt="feedback.opened")
FULL_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Way:
    """Where somebody is on the way: `at` is the step shown, and `forms` all four, filled in as far as they are."""

    root: Unit
    at: str
    steps: tuple[forms.SortStep, forms.WhatStep, forms.SenderStep, forms.SendStep]
    asked: str
    easy: bool
    doubted: bool

    @property
    def last(self) -> forms.SendStep:
        return self.steps[3]

    @property
    def sends(self) -> bool:
        return self.asked == SEND and self.at == STEPS[3] and not self.doubted

    @property
    def number(self) -> int:
        return STEPS.index(self.at)

    @property
    def current(self) -> Form:
        return self.steps[self.number]

    @property
    def status(self) -> int:
        return 422 if self.doubted or (self.current.is_bound and self.current.errors) else 200


def get_root(slug: str) -> Unit:
    root = find_root(slug)
    if root is None:
        raise Http404
    return root


def way(request: HttpRequest, root: Unit) -> Way:
    data = request.POST if request.method == "POST" else QueryDict()
    easy = bool(request.GET.get("latt") or data.get("latt"))
    asked = data.get("till", STEPS[0])
    filled = _forms(data, root)
    at = _step(asked, filled)
    doubted = asked == SEND and at == STEPS[3] and not _is_trusted(request, filled[3])
    if asked != SEND and STEPS.index(at) >= _number(asked):
        filled = _forms(data, root, fresh=STEPS.index(at))
    return Way(root, at, filled, asked, easy, doubted)


def _number(asked: str) -> int:
    """The number of the step asked for; sending is the last. What is none is the first."""
    return STEPS.index(asked) if asked in STEPS else len(STEPS) - 1 if asked == SEND else 0


def _step(asked: str, filled: tuple[Form, ...]) -> str:
    """The step asked for, or the first before it that is not rightly answered."""
    for number, form in enumerate(filled[: _number(asked)]):
        if not form.is_valid():
            return STEPS[number]
    return STEPS[_number(asked)]


def _forms(
    data: QueryDict, root: Unit, fresh: int = len(STEPS)
) -> tuple[forms.SortStep, forms.WhatStep, forms.SenderStep, forms.SendStep]:
    """All four, bound to what is answered; the one that is fresh shows its answers without saying what is wrong."""
    units = queries.list_public_units(root, timezone.localdate())
    start = {name: value for name, value in data.items() if isinstance(value, str)}
    key = data.get("key") or new_key()
    last = start | {"key": key, "opened": data.get("opened") or OPENED.sign(fingerprint(key))}
    bound = [data if data and number != fresh else None for number in range(len(STEPS))]
    return (
        forms.SortStep(bound[0], initial=start),
        forms.WhatStep(bound[1], initial=start, units=units),
        forms.SenderStep(bound[2], initial=start),
        forms.SendStep(bound[3], initial=last),
    )


def _is_trusted(request: HttpRequest, last: forms.SendStep) -> bool:
    """Whether it is sent as it stands. Whoever is asked for a sum and answers it is trusted too."""
    if not last.is_valid():
        return False
    given, now = last.cleaned_data, timezone.now()
    before = queries.count_attempts(Attempt.Purpose.SENDING, source(request), now)
    sending = public.Sending(_seconds_open(given["opened"], given["key"]), given["website"], before)
    if not public.is_doubtful(sending):
        return True
    with_answer = forms.answered(last, asked_sum())
    return not with_answer.errors


def asked_sum() -> tuple[int, int]:
    return public.sum_of(timezone.localdate().toordinal())


def _seconds_open(opened: str, key: str) -> float:
    """How long the form has been open, as this installation itself wrote it; 0 for what it did not write."""
    try:
        signed = OPENED.unsign(opened, max_age=FULL_DAY)
    except signing.BadSignature:
        return 0
    if signed != fingerprint(key):
        return 0
    written = signing.b62_decode(opened.rsplit(":", 2)[1])
    return time.time() - written


def source(request: HttpRequest) -> str:
    return queries.source_of(str(request.META.get("REMOTE_ADDR", "")), timezone.now())


def send(request: HttpRequest, way: Way) -> str:
    """Sends it in; the address of its receipt."""
    sort, what, sender, last = way.steps
    key, now = last.cleaned_data["key"], timezone.now()
    if NONCE not in request.session:
        request.session[NONCE] = new_key()
    request.session.set_expiry(REMEMBERED)
    actions.note_attempt(purpose=Attempt.Purpose.SENDING, source=source(request), now=now)
    actions.send_in(content=forms.content_of(way.root, sort, what, sender), key=secret_key(request, key), now=now)
    return f"{reverse('feedback:thanks', args=[way.root.slug])}?{NAME}={key}"


def secret_key(request: HttpRequest, key: str) -> str:
    """The form's key together with what only this browser's session knows."""
    return f"{request.session.get(NONCE, '')}:{key}"


def made_by(request: HttpRequest, key: str) -> Record | None:
    return find_made(fingerprint(secret_key(request, key)), by=None)


def page(way: Way) -> dict[str, object]:
    others = [form for number, form in enumerate(way.steps[:3]) if number != way.number]
    carried = [(bound.html_name, bound.value() or "") for form in others for bound in form]
    return {
        "way": way,
        "form": way.current,
        "root": way.root,
        "organisation": way.root,
        "carried": carried,
        "step": way.number + 1,
        "answers": _answers(way) if way.at == STEPS[3] else [],
        "sorts": list(zip(forms.SORT_ICONS, way.steps[0]["sort"].subwidgets, strict=False)),
        "answer_days": queries.answer_days(way.root, timezone.localdate()),
        "sum": sum_in_words() if way.doubted else "",
    }


def sum_in_words() -> str:
    first, second = (_(public.NUMBERS[number]) for number in asked_sum())
    return _("Hur mycket är {first} plus {second}?").format(first=first, second=second)


@dataclass(frozen=True)
class Answered:
    """A question with what was answered, and the step to go back to."""

    label: str
    text: str
    step: str


def _answers(way: Way) -> list[Answered]:
    sort, what, sender = way.steps[:3]
    unit = what.cleaned_data["unit"]
    return [
        Answered(_("Det handlar om"), str(forms.ASKED[Sort(sort.cleaned_data["sort"])]), STEPS[0]),
        Answered(_("Det du berättar"), what.cleaned_data["what"], STEPS[1]),
        Answered(_("Enhet"), unit.name if unit else _("Vet inte, eller flera"), STEPS[1]),
        Answered(_("Du"), sender.cleaned_data["sender"] or _("Du är anonym"), STEPS[2]),
    ]


def receipt(request: HttpRequest, root: Unit) -> dict[str, object]:
    """404 for what this browser has not sent. The code is shown for half an hour: an address stays in the browser."""
    key = request.GET.get(NAME, "")
    made = made_by(request, key)
    if made is None:
        raise Http404
    feedback = queries.get_made(made)
    is_fresh = timezone.now() - feedback.received_at < CODE_SHOWN
    return {
        "feedback": feedback,
        "code": follow_code(KIND, secret_key(request, key)) if is_fresh else "",
        "root": root,
        "organisation": root,
        "due": queries.read_answer_by(feedback) if feedback.sort != Sort.PRAISE else None,
        "received": day_of(feedback.received_at),
    }
