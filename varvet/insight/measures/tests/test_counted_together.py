"""Measures counted together: one figure of two registers, and the records of both behind it."""

from datetime import date

from varvet.insight.measures.counting import Counter
from varvet.insight.measures.drill_down import behind
from varvet.insight.measures.question import Question, from_query
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import Cast, reader_of

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def both(cast: Cast) -> Question:
    where = (("category", ("legal",)),)
    return Question("lex_sarah.received", cast.root.slug, FIRST, LAST, where, also=("provider_reports.received",))


def counted(cast: Cast) -> None:
    rows = (
        ("lex_sarah", "legal", date(2025, 2, 1)),
        ("provider_reports", "legal", date(2025, 3, 1)),
        ("provider_reports", "legal", date(2025, 3, 2)),
        ("provider_reports", "support", date(2025, 3, 2)),
        ("deviations", "legal", date(2025, 3, 2)),
    )
    for number, (register, category, day) in enumerate(rows):
        add_fact(cast.a, day, register=register, happening="received", category=category, record_id=number)


def test_the_figure_is_the_sum_of_both(cast: Cast) -> None:
    counted(cast)
    counter = Counter(cast.root, FIRST, LAST)
    assert counter.answer(both(cast)) == 3


def test_part_of_a_month_is_counted_alike(cast: Cast) -> None:
    counted(cast)
    question = Question(
        "lex_sarah.received", cast.root.slug, FIRST, date(2025, 3, 1), also=("provider_reports.received",)
    )
    assert Counter(cast.root, FIRST, LAST).answer(question) == 2


def test_the_address_names_both(cast: Cast) -> None:
    assert from_query(both(cast).as_query()) == both(cast)


def test_behind_the_figure_are_the_records_of_both(cast: Cast) -> None:
    counted(cast)
    found = behind(both(cast), reader_of(cast.eva))
    assert [measure.code for measure in found.measures] == ["lex_sarah.received", "provider_reports.received"]
    assert found.figure == 3
    assert found.gone == 3
