"""Every printed table of Göteborg Centrum 2024 equals the facts of the records made from it."""

from datetime import date

from varvet.demo.tests.checks import Checks
from varvet.demo.tests.counting import below, codes, grouped, printed, table, total

ROOT, FILE = "goteborg-centrum", "goteborg-centrum-2024"
SPAN = (date(2023, 9, 1), date(2024, 8, 31))
CITY_WIDE = "Stadsövergripande uppdrag - barn, familj och trygghet"
DEPARTMENTS = {
    "bou": "Barn och unga",
    "eb": "Ekonomiskt bistånd",
    "vux": "Vuxna",
    "su": CITY_WIDE,
    "sv": "Stadsövergripande verksamheter",
}
COLLABORATION = ["collaboration-internal", "collaboration-external"]
checks = Checks()


@checks.each(list(DEPARTMENTS))
def deviations_by_category(name: str) -> None:
    source, named = table(FILE, f"{name}_avvikelser"), codes(ROOT, "deviation_type")
    units = below(ROOT, DEPARTMENTS[name])
    counted = grouped(ROOT, "deviations.received", SPAN, "category", unit_id__in=units, huvudman="")
    for label, (count,) in source["rows"].items():
        wanted = COLLABORATION if label == "Samverkan intern/extern" else [named[label]]
        assert sum(counted.get(code, 0) for code in wanted) == count, label
    assert sum(counted.values()) == source["printed_totals"]["antal"]


@checks
def what_was_not_printed_is_smaller_than_what_was() -> None:
    """ "Only the largest posts are printed": so no other category may be larger than the smallest of them."""
    units = below(ROOT, "Barn och unga")
    counted = grouped(ROOT, "deviations.received", SPAN, "category", unit_id__in=units)
    shown = {codes(ROOT, "deviation_type")[label] for label in table(FILE, "bou_avvikelser")["rows"]}
    assert max(count for code, count in counted.items() if code not in shown) <= 11


@checks.each([("Ekonomiskt bistånd", (5, 4)), ("Vuxna", (6, 6))])
def collaboration_within_and_without(unit: str, pair: tuple[int, int]) -> None:
    units = below(ROOT, unit)
    counted = grouped(ROOT, "deviations.received", SPAN, "direction", unit_id__in=units, category__in=COLLABORATION)
    assert (counted["internal"], counted["external"]) == pair


@checks
def those_of_neighbouring_municipalities_are_apart() -> None:
    units = below(ROOT, "Stadsövergripande verksamheter")
    counted = grouped(ROOT, "deviations.received", SPAN, "huvudman", unit_id__in=units)
    assert counted == {"": 69, "Kranskommuner": 13}


@checks
def completed_lex_sarah_investigations() -> None:
    for name, cells in table(FILE, "lex_sarah")["rows"].items():
        units = below(ROOT, CITY_WIDE if name == "Stadsövergripande uppdrag" else name)
        outcomes = grouped(ROOT, "lex_sarah.completed", SPAN, "outcome", unit_id__in=units)
        clean = outcomes.pop("no_misconduct", 0)
        found = sum(outcomes.values())
        reported = total(ROOT, "lex_sarah.reported_to_authority", SPAN, unit_id__in=units)
        assert [found + clean, found, clean, reported] == cells, name
    assert total(ROOT, "lex_sarah.completed", SPAN) == 24


@checks
def feedback_by_category_and_kind() -> None:
    named = codes(ROOT, "feedback_type")
    kinds = {"Beröm": "praise", "Klagomål": "complaint", "Förbättringsförslag": "suggestion"}
    for name in ("bou", "eb", "su", "sv"):
        units = below(ROOT, DEPARTMENTS[name])
        by_kind = grouped(ROOT, "feedback.received", SPAN, "kind", unit_id__in=units)
        by_category = grouped(ROOT, "feedback.received", SPAN, "category", unit_id__in=units)
        for label, (count,) in table(FILE, f"{name}_synpunkter")["rows"].items():
            kind = kinds.get(label.split()[0])
            assert (by_kind[kind] if kind else by_category[named[label]]) == count, label
    assert total(ROOT, "feedback.received", SPAN, unit_id__in=below(ROOT, "Vuxna")) == 2


@checks.each(
    [
        ("Ekonomiskt bistånd", "delaktig", 40, 39),
        ("Ekonomiskt bistånd", "freda", 39, 16),
        ("Ekonomiskt bistånd", "kartlaggning", 21, 6),
        ("Ekonomiskt bistånd", "behoriga", 21, 18),
        ("Vuxna", "delaktig", 60, 52),
        ("Vuxna", "kartlaggning", 9, 1),
    ],
)
def self_checks(unit: str, code: str, sample: int, yes: int) -> None:
    where = {"category": code, "unit_id__in": below(ROOT, unit)}
    found = [total(ROOT, "self_checks.performed", SPAN, sums, **where) for sums in ("denominator", "numerator")]
    assert found == [sample, yes]


@checks
def every_improvement_since_last_year_is_there() -> None:
    before = (date(2022, 9, 1), SPAN[1])
    assert total(ROOT, "improvements.decided", before) == len(printed(FILE)["improvements_since_last_year"])


def test_every_printed_table_of_goteborg(in_towns: None) -> None:
    checks.run()
