"""The public form as shown: which step one is at, what was answered in the others, and what is asked of the doubtful.

Nothing is kept between the steps: the answers travel in the form itself, and only what is sent is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.forms import Form
from django.forms.boundfield import BoundWidget
from django.http import Http404, HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.access.address import address_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import find_root
from varvet.kernel.records.models import Record
from varvet.kernel.ui.form_parts import first_control_id, messages_of
from varvet.registers.feedback import forms, queries
from varvet.registers.feedback.models import Attempt
from varvet.registers.feedback.rules import Sort, public
from varvet.registers.feedback.views.form_key import FormKey, fresh_key, key_in

STEPS = ("slag", "text", "vem", "kontroll")
SEND = "skicka"
ICONS = {
    Sort.COMPLAINT: "thumb-down",
    Sort.VIEW: "speech",
    Sort.SUGGESTION: "idea",
    Sort.PRAISE: "heart",
    Sort.QUESTION: "question",
}
EASY = {  # in this order, with a picture each; a view is a proposal to most people
    Sort.COMPLAINT: (marked("Det blev fel"), "sad"),
    Sort.PRAISE: (marked("Det var bra"), "glad"),
    Sort.SUGGESTION: (marked("Jag har en idé"), "idea"),
    Sort.QUESTION: (marked("Jag undrar något"), "question"),
}
HEADINGS = {
    Sort.COMPLAINT: marked("Vad blev fel?"),
    Sort.VIEW: marked("Vad tycker du?"),
    Sort.SUGGESTION: marked("Vad är ditt förslag?"),
    Sort.PRAISE: marked("Vad har varit bra?"),
    Sort.QUESTION: marked("Vad undrar du?"),
}
Steps = tuple[forms.SortStep, forms.WhatStep, forms.SenderStep, forms.SendStep]


@dataclass(frozen=True)
class Way:
    """Where somebody is on the way: `at` is the step shown, and `steps` all four, filled in as far as they are.

    `earlier` is what the form has made already: gone through anew it makes another.
    """

    root: Unit
    at: str
    steps: Steps
    identity: FormKey
    asked: str
    easy: bool
    doubted: bool
    earlier: Record | None

    @property
    def last(self) -> forms.SendStep:
        return self.steps[3]

    @property
    def sends(self) -> bool:
        return self.asked == SEND and (self.earlier is not None or (self.at == STEPS[3] and not self.doubted))

    @property
    def number(self) -> int:
        return STEPS.index(self.at)

    @property
    def current(self) -> Form:
        return self.steps[self.number]

    @property
    def status(self) -> int:
        return 422 if self.doubted or (self.current.is_bound and self.current.errors) else 200


@dataclass(frozen=True)
class Pick:
    """One of the sorts, as a picture with words."""

    control: BoundWidget
    label: str
    icon: str
    sort: str


@dataclass(frozen=True)
class Answered:
    """A question with what was answered, and the step to go back to."""

    label: str
    text: str
    step: str


def get_root(slug: str) -> Unit:
    root = find_root(slug)
    if root is None:
        raise Http404
    return root


def way(request: HttpRequest, root: Unit) -> Way:
    """A form that has been sent and is gone through once more gets an identity of its own."""
    data = request.POST if request.method == "POST" else QueryDict()
    asked, identity = data.get("till") or data.get("nu") or STEPS[0], key_in(data)
    earlier = queries.find_sent(identity.key)
    filled = _forms(data, root, start=_start(request, root))
    at = _step(asked, filled)
    if asked != SEND and STEPS.index(at) >= _number(asked):
        filled = _forms(data, root, start=_start(request, root), fresh=STEPS.index(at))
        at = _step(asked, filled)
    doubted = asked == SEND and at == STEPS[3] and earlier is None and not _is_trusted(request, filled[3], identity)
    return Way(
        root=root,
        at=at,
        steps=filled,
        identity=fresh_key() if earlier and asked != SEND else identity,
        asked=asked,
        easy=_is_easy(request, data),
        doubted=doubted,
        earlier=earlier,
    )


def _is_easy(request: HttpRequest, data: QueryDict) -> bool:
    """The words asked for by a button, else those the form is in."""
    asked = data.get("ord", "")
    return asked == "latta" if asked else (data.get("latt") or request.GET.get("latt", "")) == "1"


def _number(asked: str) -> int:
    """The number of the step asked for; sending is the last. What is none is the first."""
    return STEPS.index(asked) if asked in STEPS else len(STEPS) - 1 if asked == SEND else 0


def _step(asked: str, filled: tuple[Form, ...]) -> str:
    """The step asked for, or the first before it that is not rightly answered."""
    for number, form in enumerate(filled[: _number(asked)]):
        if not form.is_valid():
            return STEPS[number]
    return STEPS[_number(asked)]


def _start(request: HttpRequest, root: Unit) -> dict[str, object]:
    """What has been answered so far; a unit's own link has answered which unit."""
    if request.method == "POST":
        return {name: value for name, value in request.POST.items() if isinstance(value, str)}
    unit = queries.find_public_unit(root, request.GET.get("enhet", ""), timezone.localdate())
    return {"unit": unit.pk} if unit else {}


def _forms(data: QueryDict, root: Unit, *, start: dict[str, object], fresh: int = len(STEPS)) -> Steps:
    """All four, bound to what is answered; the one that is fresh shows its answers without saying what is wrong."""
    units = queries.list_public_units(root, timezone.localdate())
    bound = [data if data and number != fresh else None for number in range(len(STEPS))]
    return (
        forms.SortStep(bound[0], initial=start),
        forms.WhatStep(bound[1], initial=start, units=units),
        forms.SenderStep(bound[2], initial=start),
        forms.SendStep(bound[3]),
    )


def _is_trusted(request: HttpRequest, last: forms.SendStep, identity: FormKey) -> bool:
    """Whether it is sent as it stands. Whoever is asked for a sum and answers it is trusted too."""
    if not last.is_valid():
        return False
    before = queries.count_attempts(Attempt.Purpose.SENDING, source(request), timezone.now())
    if not public.is_doubtful(public.Sending(identity.seconds_open, last.cleaned_data["website"], before)):
        return True
    return not forms.answered(last, asked_sum()).errors


def asked_sum() -> tuple[int, int]:
    return public.sum_of(timezone.localdate().toordinal())


def sum_in_words() -> str:
    first, second = (_(public.NUMBERS[number]) for number in asked_sum())
    return _("Hur mycket är {first} plus {second}?").format(first=first, second=second)


def source(request: HttpRequest) -> str:
    return queries.source_of(address_of(request), timezone.now())


def page(way: Way) -> dict[str, object]:
    others = [form for number, form in enumerate(way.steps[:3]) if number != way.number]
    return {
        "way": way,
        "form": way.current,
        "root": way.root,
        "organisation": way.root,
        "carried": [(bound.html_name, bound.value() or "") for form in others for bound in form],
        "step": way.number + 1,
        "back": STEPS[way.number - 1] if way.number else "",
        "next": SEND if way.at == STEPS[3] else STEPS[way.number + 1],
        "heading": _(HEADINGS[_sort(way)]) if way.at == STEPS[1] else "",
        "answers": _answers(way) if way.at == STEPS[3] else [],
        "picks": list(_picks(way)) if way.at == STEPS[0] else [],
        "wrong": messages_of(way.steps[0]["sort"]) if way.at == STEPS[0] else [],
        "first_pick": first_control_id(way.steps[0]["sort"]),
        "answer_days": queries.answer_days(way.root, timezone.localdate()),
        "sum": sum_in_words() if way.doubted else "",
        "earlier": way.earlier,
    }


def _sort(way: Way) -> Sort:
    return Sort(way.steps[0].cleaned_data["sort"])


def _picks(way: Way) -> Iterator[Pick]:
    bound = way.steps[0]["sort"]
    offered = {Sort(widget.data["value"]): widget for widget in bound.subwidgets}
    if not way.easy:
        yield from (Pick(widget, widget.choice_label, ICONS[sort], sort) for sort, widget in offered.items())
        return
    yield from (Pick(offered[sort], _(label), icon, sort) for sort, (label, icon) in EASY.items())
    if bound.value() == Sort.VIEW:  # chosen before the easy words were
        yield Pick(offered[Sort.VIEW], str(forms.ASKED[Sort.VIEW]), ICONS[Sort.VIEW], Sort.VIEW)


def _answers(way: Way) -> list[Answered]:
    what, sender = way.steps[1].cleaned_data, way.steps[2].cleaned_data["sender"]
    unit = what["unit"]
    return [
        Answered(_("Det handlar om"), str(forms.ASKED[_sort(way)]), STEPS[0]),
        Answered(_("Det du berättar"), what["what"], STEPS[1]),
        Answered(_("Enhet"), unit.name if unit else _("Vet inte, eller flera"), STEPS[1]),
        Answered(_("Du"), sender.strip() or _("Du är anonym"), STEPS[2]),
    ]
