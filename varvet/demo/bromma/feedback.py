"""Bromma's complaints and praise by type and year: tables 10 and 11."""

from collections.abc import Iterator, Mapping

from varvet.demo import feedback
from varvet.demo.bromma.deviations import GROUPS, YEARS
from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL, RESOURCE
from varvet.demo.days import Span, moments
from varvet.demo.dice import Dice
from varvet.demo.feedback import LIST, Comment
from varvet.demo.published import Published
from varvet.demo.site import ListPlan, Site
from varvet.kernel.organisation.categories import CategoryValue
from varvet.registers.feedback.rules import Sort

TYPES = ListPlan(
    LIST,
    "Typ av synpunkt",
    (
        CategoryValue("availability", "Tillgänglighet"),
        CategoryValue("treatment", "Bemötande"),
        CategoryValue("competence", "Kompetens"),
        CategoryValue("continuity", "Kontinuitet"),
        CategoryValue("information", "Information"),
        CategoryValue("handling", "Handläggning"),
        CategoryValue("content", "Insatsens innehåll"),
        CategoryValue("other", "Annat"),
    ),
    multiple=True,
)
TABLES = {"t10": Sort.COMPLAINT, "t11": Sort.PRAISE}
AUTHORITY = {ADULTS: 3.0, CHILDREN: 4.0, INCOME: 3.0}
PROVIDERS = {PERSONAL: 5.0, RESOURCE: 5.0}
# The text says that a third of the complaints concern the units that decide, above all on these types.
ABOUT_DECISIONS = frozenset({"availability", "treatment", "handling"})


def write(site: Site, published: Published) -> int:
    dice = site.dice("feedback")
    rows = [
        feedback.history(comment, site, dice)
        for table, sort in TABLES.items()
        for year in YEARS
        for comment in _comments(sort, year, published.tables[table].column(str(year)), site, dice)
    ]
    return feedback.write(rows, site)


def _comments(sort: Sort, year: int, by_type: Mapping[str, int], site: Site, dice: Dice) -> Iterator[Comment]:
    codes = dice.deal({site.lists[LIST].named(label).code: count for label, count in by_type.items()})
    at_authority = _at_authority(codes, dice)
    days = moments(len(codes), Span.year(year), dice)
    for number, (code, received_at) in enumerate(zip(codes, days, strict=True)):
        unit = dice.weighted(AUTHORITY if number in at_authority else PROVIDERS)
        yield Comment(dice.weighted(GROUPS[unit]), received_at, sort, code, theme=code)


def _at_authority(codes: list[str], dice: Dice) -> set[int]:
    """Which comments concern the units that decide: a third, four of five of them on the types of deciding."""
    wanted = round(len(codes) / 3)
    order = dice.shuffled(range(len(codes)))
    on_deciding = [n for n in order if codes[n] in ABOUT_DECISIONS][: wanted * 4 // 5]
    others = [n for n in order if codes[n] not in ABOUT_DECISIONS][: wanted - len(on_deciding)]
    return {*on_deciding, *others}
