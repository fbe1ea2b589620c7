"""What the page of a round's sample shows: the list and what was wrong with it, its parts, and what was drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from varvet.extracts.fields import label_of
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.words import marked
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.models import Case, Round
from varvet.registers.self_checks.rules import CASE_LABELS, OPEN, SEX_LABELS, CaseState, Status, drawing, planner
from varvet.registers.self_checks.views.shown_planner import Planner, planner_of

HAPPENED = {
    "frame_read": marked("En lista lästes in."),
    "drawn": marked("Ett urval drogs."),
    "extended": marked("Urvalet utökades."),
    "replaced": marked("Ett nummer i urvalet byttes ut."),
}
LEAST_SHARE, MOST_SHARE = 10, 90  # percent: nearer the ends hardly any change could be told in advance
TWICE = marked("Samma ärende som en tidigare rad")


@dataclass(frozen=True)
class Says:
    """What a step's page says around its form."""

    heading: str
    sub: str
    button: str


READ = Says(
    marked("Läs in en lista"),
    marked("Listan ska innehålla alla som kontrollen gäller, en rad för var och en."),
    marked("Läs listan"),
)
DRAW = Says(
    marked("Dra urvalet"), marked("Ordningen kommer av ett sparat slumptal. Alla kan göra om den."), marked("Dra")
)
EXTEND = Says(
    marked("Utöka urvalet"),
    marked("Det som är granskat står kvar. Resultatet räknas om när resten är granskat."),
    marked("Öppna igen och dra fler"),
)
REPLACE = Says(
    marked("Byt ut ett nummer"),
    marked("Nästa på tur i samma del tar dess plats. Det utbytta står kvar med sitt skäl."),
    marked("Byt ut"),
)
FIND = Says(
    marked("Hitta akterna"),
    marked("Varvet sparar inga ärendenummer. Visa samma lista igen, så skrivs de ut bredvid numren."),
    marked("Visa ärendenummer"),
)


@dataclass(frozen=True)
class Wrong:
    label: str
    column: str
    count: int
    rows: str
    counted: str


@dataclass(frozen=True)
class Part:
    label: str
    population: int
    sample: int


@dataclass(frozen=True)
class FramePage:
    """`draw_href` is empty where the reader may not, the round is over, or all are drawn."""

    frame: queries.FrameShown
    label: str
    wrong: list[Wrong]
    parts: list[Part]
    unknown: int
    draw_href: str


@dataclass(frozen=True)
class Drawn:
    number: int
    code: str
    part: str
    state: str
    note: str
    replace_href: str


@dataclass(frozen=True)
class Found:
    number: int
    code: str
    own: str


def page(reader: Reader, round_: Round, query: QueryDict) -> dict[str, object]:
    may_perform = reader.can(queries.MAY_PERFORM, round_.unit_id)
    may_draw = may_perform and round_.status in OPEN
    extends = may_perform and may_extend(round_)
    frames = [
        _frame(frame, round_, may_draw=may_draw or (extends and frame.draws > 0))
        for frame in queries.list_frames(round_)
    ]
    drawn = [_drawn(case, round_, may_draw=may_draw) for case in queries.list_drawn(round_)]
    if not reader.can(queries.CASE_CODES, round_.unit_id):
        drawn = [replace(row, code="–") for row in drawn]
    return {
        "round": round_,
        "title": queries.title(round_),
        "calculation": drawing.CALCULATION,
        "frames": frames,
        "drawn": drawn,
        "planner": _planner(round_, frames, query) if frames and may_draw else None,
        "read_href": reverse("self_checks:read_frame", args=[round_.reference]) if may_draw else "",
        "find_href": reverse("self_checks:find_files", args=[round_.reference]) if may_draw and drawn else "",
    }


def _planner(round_: Round, frames: list[FramePage], query: QueryDict) -> Planner:
    before = [queries.seen(held.figures) for held in queries.list_before(round_)[:1]]
    shares = [round(100 * seen.fulfilled / seen.reviewed) for seen in before if seen and seen.reviewed]
    near = [max(LEAST_SHARE, min(MOST_SHARE, share)) for share in shares]
    return planner_of(query, frames[0].frame.size, *near)


def _frame(frame: queries.FrameShown, round_: Round, *, may_draw: bool) -> FramePage:
    draw_href = reverse("self_checks:draw", args=[round_.reference, frame.number])
    return FramePage(
        frame=frame,
        label=said(drawing.FRAME_LABELS[frame.kind]),
        wrong=[_wrong(fault) for fault in frame.faults],
        parts=[Part(_first_upper(part_label(part.stratum)), part.population, part.sample) for part in frame.parts],
        unknown=sum(part.population for part in frame.parts if drawing.UNKNOWN in part.stratum.split(drawing.BETWEEN)),
        draw_href=draw_href if may_draw and frame.drawn < frame.size else "",
    )


def _wrong(fault: queries.Wrong) -> Wrong:
    return Wrong(
        label=said(TWICE if fault.is_twice else fault.label),
        column=said(label_of(fault.field)) if fault.field else _("Hela raden"),
        count=fault.count,
        rows=fault.rows,
        counted=_("Nej") if fault.sets_aside else _("Ja"),
    )


def part_label(stratum: str) -> str:
    """A stratum as people read it: codes as words."""
    labels = SEX_LABELS | drawing.STRATUM_LABELS
    return drawing.BETWEEN.join(said(labels.get(name, "")) or name for name in stratum.split(drawing.BETWEEN))


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _drawn(case: Case, round_: Round, *, may_draw: bool) -> Drawn:
    waits = may_draw and case.state == CaseState.TO_REVIEW
    return Drawn(
        number=case.number,
        code=case.code,
        part=part_label(case.stratum),
        state=said(CASE_LABELS[case.state]),
        note=_note(case),
        replace_href=reverse("self_checks:replace", args=[round_.reference, case.number]) if waits else "",
    )


def _note(case: Case) -> str:
    if case.state == CaseState.LEFT_OUT and hasattr(case, "replacement"):
        return said(drawing.WHY_LABELS[case.replacement.reason])
    return _("Ersätter nummer {number}").format(number=case.replaces) if case.replaces else ""


def draw_says(round_: Round) -> Says:
    return DRAW if round_.status in OPEN else EXTEND


def may_extend(round_: Round) -> bool:
    """Whether more may be drawn though there is a result."""
    followed = actions.followed_of(round_)
    return round_.status == Status.PERFORMED and not (followed.decided or followed.raised)


def extension_href(round_: Round) -> str:
    """Where the newest list that is drawn from is drawn more from; empty where there is none, or may be none."""
    frame = queries.frames_to_extend([round_]).get(round_.pk)
    if frame is None or not may_extend(round_):
        return ""
    return reverse("self_checks:draw", args=[round_.reference, frame])


def step(round_: Round, form: VersionedForm, says: Says) -> dict[str, object]:
    return {
        "round": round_,
        "title": queries.title(round_),
        "form": form,
        "says": says,
        "submit_label": says.button,
        "back_href": reverse("self_checks:sample", args=[round_.reference]),
    }


def first_size(round_: Round, number: int) -> int:
    """What is proposed to draw: enough for plus or minus ten, or one more than there are."""
    [frame] = [frame for frame in queries.list_frames(round_) if frame.number == number]
    return max(planner.fitting(frame.size, None, planner.USUAL).sample, frame.drawn + 1)


def counts_of(round_: Round) -> dict[str, int]:
    """What the result's form begins with: how many there are, and how many were drawn and reviewed."""
    drawn = [case for case in queries.list_drawn(round_) if case.state != CaseState.LEFT_OUT]
    return {"population": round_.population, "sample": len(drawn)} if drawn and round_.population else {}


def found(codes: Mapping[str, int], own: Mapping[str, str]) -> dict[str, object]:
    """By number; those that the list does not hold are told."""
    rows = sorted(
        (Found(number, code, own.get(code, "")) for code, number in codes.items()), key=lambda row: row.number
    )
    return {"found": rows, "lacking": [row.number for row in rows if not row.own]}
