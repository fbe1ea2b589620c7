"""What is handed over to somebody outside: who watches over it, by when, and what has come back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from varvet.kernel.access.holders import holders_for
from varvet.kernel.access.reader import Reader
from varvet.kernel.deadlines.clocks import Duty, set_clock
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.terms import TermTable
from varvet.kernel.records.reading import note_reading
from varvet.kernel.records.registry import Clock
from varvet.kernel.records.seldom import Seldom
from varvet.kernel.records.waiting import ids_of
from varvet.registers.deviations.models import Deviation, Handover
from varvet.registers.deviations.queries.owners import FOLLOW, HANDLE, Holder, holders, holders_among
from varvet.registers.deviations.rules import UNSETTLED, HandoverState, Nature

GIVEN_TERM = "overlamning_gjord"
READ_AS = "handovers"  # what the trail says was read
MOST = 50
Ask = Callable[[Deviation, str], list[Holder]]  # who holds a permission for a deviation's unit


@dataclass(frozen=True)
class Watched:
    """A hand-over and those who watch over it."""

    handover: Handover
    owners: tuple[Holder, ...]


def read_handovers(reader: Reader, deviation: Deviation) -> list[Watched]:
    """Oldest first, with what was assessed and answered: the reading is noted."""
    rows = list(deviation.handovers.select_related("owner", "secrecy_assessed_by"))
    if rows:
        note_reading(deviation, READ_AS, by=reader.user)
    found = []
    for row in rows:
        row.deviation = deviation
        found.append(Watched(row, tuple(watchers_of(row, reader.today)) if row.is_unsettled else ()))
    return found


def find_handover(deviation: Deviation, pk: int) -> Handover | None:
    return deviation.handovers.select_related("owner").filter(pk=pk).first()


def watchers_of(handover: Handover, today: date) -> list[Holder]:
    """Whoever is named, while still able; else those who have the deviation."""
    return watching(handover, lambda deviation, permission: holders(deviation, permission, today))


def watching(handover: Handover, ask: Ask) -> list[Holder]:
    """As `watchers_of`, where `ask` may know the answer already."""
    deviation = handover.deviation
    case = deviation.joined_to or deviation
    followers = ask(deviation, FOLLOW) if deviation.nature == Nature.HEALTH_CARE else []
    able = ask(case, HANDLE) or followers
    named = [holder for holder in [*able, *followers] if holder.user.pk == handover.owner_id]
    handling = [holder for holder in able if holder.user.pk == case.handler_id]
    nearest = [holder for holder in able if holder.steps == able[0].steps]
    return named[:1] or handling or nearest


def list_able(deviation: Deviation, today: date) -> list[Holder]:
    """Those who may watch over a hand-over of it, each once."""
    able = holders(deviation, HANDLE, today)
    if deviation.nature == Nature.HEALTH_CARE:
        known = {holder.user.pk for holder in able}
        able += [holder for holder in holders(deviation, FOLLOW, today) if holder.user.pk not in known]
    return able


def unsettled(reader: Reader) -> QuerySet[Handover]:
    """Where the reader may watch over them."""
    in_care = Q(deviation__nature=Nature.HEALTH_CARE, deviation__unit_id__in=reader.units(FOLLOW))
    mine = Q(deviation__unit_id__in=reader.units(HANDLE)) | in_care
    return Handover.objects.filter(mine, deviation__root=reader.root, state__in=UNSETTLED)


WATCHED = Seldom("deviations.handovers", unsettled)


def list_watched(reader: Reader) -> list[Handover]:
    """The unsettled ones that wait for the reader, at most 50."""
    rows = Handover.objects.filter(pk__in=ids_of(reader, WATCHED))
    related = rows.select_related("deviation__unit", "deviation__root", "deviation__joined_to")
    return [handover for handover in related.order_by("begun_on", "pk") if _waits_for(reader, handover)][:MOST]


def _waits_for(reader: Reader, handover: Handover) -> bool:
    """Who holds what is asked once a page, however many wait."""

    def ask(deviation: Deviation, permission: str) -> list[Holder]:
        return holders_among(holders_for(reader, deviation.root_id), deviation, permission)

    return reader.user.pk in {holder.user.pk for holder in watching(handover, ask)}


def list_handover_clocks(root: Unit, terms: TermTable) -> list[Clock]:
    rows = Handover.objects.filter(deviation__root=root, state__in=UNSETTLED).order_by("pk")
    return clocks_over(rows.select_related("deviation"), terms)


def clocks_over(handovers: Iterable[Handover], terms: TermTable) -> list[Clock]:
    """One for each that is unsettled, as first set."""
    return [clock_over(handover, terms) for handover in handovers if handover.is_unsettled]


def clock_over(handover: Handover, terms: TermTable) -> Clock:
    """Until it is handed over, and then until the answer comes: whatever state the deviation is in."""
    term = terms.term_on(GIVEN_TERM, handover.begun_on)
    duty = Duty(handover.deviation_id, code_of(handover), HANDLE, handover.owner_id or handover.deviation.handler_id)
    clock = set_clock(duty, handover.begun_on, term)
    if handover.state == HandoverState.HANDED_OVER and handover.handed_over_on and handover.answer_due_on:
        return replace(clock, started=handover.handed_over_on, due=handover.answer_due_on)
    return clock


def code_of(handover: Handover) -> str:
    awaits = handover.state == HandoverState.HANDED_OVER
    return f"{'answer' if awaits else 'handover'}-{handover.pk}"
