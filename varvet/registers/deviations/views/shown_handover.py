"""What is handed over as it is drawn on the record's page, and the pages where it is done."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import actions, forms, queries, rules
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.rules import Handing, HandoverState
from varvet.registers.deviations.views.shown_asks import Asks
from varvet.registers.deviations.views.shown_handover_asks import BEGIN, HANDING

MAY_NOT = marked("Din roll får inte lämna över avvikelsen. Det får de som handlägger i enheten.")
PLACE = "overlamningar"  # on the record's own page
TONES = {HandoverState.OPEN: "soon", HandoverState.HANDED_OVER: "soon"}
Make = Callable[[PersonRequest, Handover], VersionedForm]


@dataclass(frozen=True)
class Link:
    label: str
    href: str


@dataclass(frozen=True)
class Shown:
    """A hand-over with its labels, its help while it is open, who watches over it, and what can be done."""

    handover: Handover
    title: str
    state: str
    tone: str
    help: str
    answer: str
    counted: str
    way: str
    owners: tuple[queries.Holder, ...]
    links: tuple[Link, ...]


def handovers_of(reader: Reader, deviation: Deviation) -> dict[str, object]:
    """The panel; with the way to begin another, for those who may."""
    may = actions.may_hand_over(reader.user, deviation, today=reader.today)
    shown = [_shown(reader, watched) for watched in queries.read_handovers(reader, deviation)]
    begins = may and deviation.status in actions.BEGINS_IN
    return {
        "handovers": shown,
        "begin_href": reverse("deviations:begin_handover", args=[deviation.reference]) if begins else "",
        "begin_label": said(BEGIN.link),
    }


def _shown(reader: Reader, watched: queries.Watched) -> Shown:
    handover = watched.handover
    return Shown(
        handover,
        title=said(rules.DESTINATION_LABELS[handover.destination]),
        state=said(rules.HANDOVER_LABELS[handover.state]),
        tone=TONES.get(HandoverState(handover.state), ""),
        help=said(rules.DESTINATION_HELP[handover.destination]) if handover.state == HandoverState.OPEN else "",
        answer=said(rules.ANSWER_LABELS.get(handover.answer, "")),
        counted=said(rules.COUNTED_LABELS.get(handover.counted_as, "")),
        way=said(rules.WAY_LABELS.get(handover.way, "")),
        owners=watched.owners,
        links=tuple(_links(reader, handover)),
    )


def _links(reader: Reader, handover: Handover) -> list[Link]:
    if not actions.may_hand_over(reader.user, handover.deviation, today=reader.today):
        return []
    other = Handing.HAND_OVER if rules.handing_of(handover.destination) is Handing.SEND else Handing.SEND
    possible = [event for event in Handing if event is not other and rules.HANDINGS.may(event, handover.state)]
    links = [Link(said(HANDING[event].link), _address(event, handover)) for event in possible]
    if handover.state == HandoverState.HANDED_OVER and reader.can(actions.MAY_HANDLE, handover.deviation.unit_id):
        code = queries.code_of(handover)
        links.append(Link(_("Ge mer tid"), reverse("deadlines:extend", args=[handover.deviation.reference, code])))
    return links


def _address(event: Handing, handover: Handover) -> str:
    name = Handing.HAND_OVER if event is Handing.SEND else event
    return reverse(f"deviations:{name}", args=[handover.deviation.reference, handover.pk])


def says(handover: Handover, event: Handing) -> Asks:
    """What the step's page says; before it is handed over, also what is to be known of who gets it."""
    if handover.state != HandoverState.OPEN or event is Handing.ENTRUST:
        return HANDING[event]
    return replace(HANDING[event], sub=rules.DESTINATION_HELP[handover.destination])


def check_may(request: PersonRequest, deviation: Deviation) -> None:
    if not actions.may_hand_over(request.reader.user, deviation, today=request.reader.today):
        raise NotAllowed(said(MAY_NOT))


def ready(request: PersonRequest, handover: Handover, event: Handing) -> None:
    """Before a step's page: may the person, and, to show a fresh form, may it happen. The action judges a sent one."""
    check_may(request, handover.deviation)
    if request.method != "POST":
        rules.HANDINGS.check(event, handover.state)


def begin(request: PersonRequest, deviation: Deviation) -> forms.BeginHandoverForm:
    return forms.BeginHandoverForm(request.POST or None, initial={"version": deviation.version})


def hand_over(request: PersonRequest, handover: Handover) -> forms.HandOverForm:
    today = request.reader.today
    start = {
        "receiver": handover.receiver,
        "their_number": handover.their_number,
        "handed_over_on": today,
        "answer_due_on": actions.answer_due(handover.deviation, today),
    }
    known = _version(handover) | start
    return forms.HandOverForm(request.POST or None, destination=handover.destination, initial=known)


def note_answer(request: PersonRequest, handover: Handover) -> forms.HandoverAnswerForm:
    start = {"answered_on": request.reader.today, "their_number": handover.their_number}
    return forms.HandoverAnswerForm(request.POST or None, initial=_version(handover) | start)


def no_answer(request: PersonRequest, handover: Handover) -> forms.NoAnswerForm:
    return forms.NoAnswerForm(request.POST or None, initial=_version(handover))


def withdraw(request: PersonRequest, handover: Handover) -> forms.WithdrawForm:
    return forms.WithdrawForm(request.POST or None, initial=_version(handover))


def entrust(request: PersonRequest, handover: Handover) -> forms.EntrustForm:
    people = [holder.user for holder in queries.list_able(handover.deviation, request.reader.today)]
    start = _version(handover) | {"owner": handover.owner_id}
    return forms.EntrustForm(request.POST or None, people=people, initial=start)


def _version(handover: Handover) -> dict[str, object]:
    return {"version": handover.deviation.version}
