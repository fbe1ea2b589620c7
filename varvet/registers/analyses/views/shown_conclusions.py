"""Conclusions as shown: each with its figure, what came of it, and where more can come of it."""

from dataclasses import dataclass

from django.urls import reverse

from varvet.kernel.access.reader import Reader
from varvet.kernel.records.figures import label_of
from varvet.kernel.ui.sentences import said
from varvet.kernel.ui.starts import Followed, Start, followed, starts_from
from varvet.registers.analyses import queries, rules
from varvet.registers.analyses.models import Analysis
from varvet.registers.analyses.queries import Led
from varvet.registers.analyses.rules import Approved, Concluded, Event, Status
from varvet.registers.analyses.rules import Conclusion as Kind
from varvet.registers.analyses.views.shown_sheet import Row, row_of

TAGS = {Kind.GOOD: "", Kind.DEVELOP: "soon"}


@dataclass(frozen=True)
class Shown:
    """A conclusion. An address is empty where the reader may not, or need not."""

    number: int
    kind_label: str
    tag: str
    area: str
    line: str
    measure: str
    figure: Row | None
    flag: str
    led: list[Followed]
    hidden: int
    no_action: str
    settled: bool
    starts: list[Start]
    change_href: str
    settle_href: str


@dataclass(frozen=True)
class Around:
    """What stands around the conclusions of one analysis."""

    reader: Reader
    analysis: Analysis
    whole: Approved
    led: dict[str, Led]
    followed: dict[int, Followed]
    areas: dict[str, str]
    able: bool


def conclusions_of(reader: Reader, analysis: Analysis, whole: Approved) -> list[Shown]:
    led = queries.read_led(reader, analysis)
    around = Around(
        reader=reader,
        analysis=analysis,
        whole=whole,
        led=led,
        followed=followed([record for one in led.values() for record in one.records]),
        areas=queries.quality_areas(reader),
        able=queries.can_do(reader, analysis, Event.CONCLUDE),
    )
    return [_shown(around, one) for one in whole.conclusions]


def _shown(around: Around, one: Concluded) -> Shown:
    sheet, part = around.whole.sheet, f"slutsats-{one.number}"
    led, figure = around.led.get(part, Led()), sheet.figure(one.measure)
    develops = one.kind == Kind.DEVELOP
    asks = around.able and develops
    starts_now = develops and around.analysis.status != Status.WITHDRAWN
    return Shown(
        number=one.number,
        kind_label=said(rules.CONCLUSION_LABELS[one.kind]),
        tag=TAGS[Kind(one.kind)],
        area=f"{one.area} {around.areas.get(one.area, '')}".strip(),
        line=one.line,
        measure=said(label_of(one.measure)),
        figure=row_of(figure, sheet) if figure else None,
        flag=said(one.flag),
        led=[around.followed[record.pk] for record in led.records],
        hidden=led.hidden,
        no_action=one.no_action,
        settled=not develops or led.is_something or bool(one.no_action),
        starts=starts_from(around.reader, around.analysis, part) if starts_now else [],
        change_href=_href("change", around.analysis, one) if around.able else "",
        settle_href=_href("settle", around.analysis, one) if asks and not led.is_something else "",
    )


def _href(name: str, analysis: Analysis, one: Concluded) -> str:
    return reverse(f"analyses:{name}", args=[analysis.reference, one.number])
