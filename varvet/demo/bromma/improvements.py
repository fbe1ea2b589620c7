"""Bromma's nine improvements of 2023, as the report tells of them."""

from dataclasses import dataclass
from datetime import date, datetime, time

from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.kernel.law.days import STOCKHOLM
from varvet.registers.improvements import actions
from varvet.registers.improvements.actions import History
from varvet.registers.improvements.rules import Status

DEPARTMENT = "socialtjanst-och-fritid"


@dataclass(frozen=True)
class Improvement:
    """Months are of 2023; one carried out is judged at the year's end."""

    what: str
    unit: str
    areas: tuple[str, ...]
    status: Status
    decided: int
    carried_out: int | None = None
    effect: str = ""
    effect_words: str = ""


IMPROVEMENTS = (
    Improvement(
        "Handlingsplan för försenade förhandsbedömningar",
        CHILDREN,
        ("A", "H"),
        Status.DONE,
        3,
        9,
        "effect",
        "Försenade: från 76 % i mars till 0 % i september",
    ),
    Improvement(
        "Rutin för samverkan mellan grupper",
        ADULTS,
        ("H",),
        Status.DONE,
        2,
        10,
        "effect",
        "Samverkan i 66 % av ärendena, mål 50 %",
    ),
    Improvement(
        "Nytt arbetssätt för förändringsplaner",
        INCOME,
        ("E",),
        Status.DONE,
        2,
        8,
        "effect",
        "Aktuell plan: från 56 % till 72 %",
    ),
    Improvement(
        "Workshop och rutin om placerade barns delaktighet",
        CHILDREN,
        ("E",),
        Status.DONE,
        8,
        10,
        "no_effect",
        "Ingen säker förändring: 16 av 20 i juli, 15 av 20 i oktober",
    ),
    Improvement("Bemanningsteam för kontinuitet", PERSONAL, ("C",), Status.ONGOING, 4),
    Improvement("Löpande samverkansmöten för gemensam uppföljning", PERSONAL, ("H",), Status.ONGOING, 9),
    Improvement("Avvikelser och lex Sarah som punkt i dagordningsmallen", DEPARTMENT, ("H",), Status.PLANNED, 11),
    Improvement("Kollegiegranskning av dokumentation, våren 2024", INCOME, ("A",), Status.PLANNED, 11),
    Improvement("Besiktning av informationssäkerhet, flyttad från 2023", PERSONAL, ("A",), Status.PLANNED, 12),
)


def write(site: Site, _: Published) -> int:
    in_order = sorted(IMPROVEMENTS, key=lambda improvement: improvement.decided)
    rows = [_history(improvement, site) for improvement in in_order]
    return len(actions.import_history(rows=rows, root=site.root, by=site.by, now=site.now))


def _history(improvement: Improvement, site: Site) -> History:
    decided = date(2023, improvement.decided, 15)
    return History(
        unit=site.units[improvement.unit],
        what=improvement.what,
        quality_areas=improvement.areas,
        received_at=datetime.combine(decided, time(13), STOCKHOLM),
        status=improvement.status,
        decided_on=decided,
        carried_out_on=date(2023, improvement.carried_out, 29) if improvement.carried_out else None,
        effect=improvement.effect,
        effect_words=improvement.effect_words,
        effect_judged_on=date(2023, 12, 15) if improvement.effect else None,
        synthetic=True,
    )
