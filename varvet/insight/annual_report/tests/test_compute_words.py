"""Written words: computed figures, footnotes and references where they are named, and every slip told."""

from datetime import date

import pytest

from varvet.insight.annual_report.compute.spec import KeyFigureSpec
from varvet.insight.annual_report.compute.summary import TO_WRITE, summary_of
from varvet.insight.annual_report.compute.words import blocks_of
from varvet.insight.annual_report.tests.computing import YEAR, context_of
from varvet.insight.annual_report.texts import save_text
from varvet.insight.annual_report.value import Bullets, Text
from varvet.insight.measures.question import from_query
from varvet.insight.measures.tests.samples import add_fact
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.organisation.settings_of_root import choose
from varvet.kernel.records.errors import Told

pytestmark = pytest.mark.usefixtures("samples")
SPRING = date(YEAR, 4, 10)


def label_of(name: str) -> str:
    labels = {"t1": "Tabell 1", "utfall": "Figur 2"}
    if name not in labels:
        raise Told(f"no {name}")
    return labels[name]


def written(cast: Cast, text: str) -> list[Text | Bullets]:
    return list(blocks_of(text, context_of(cast, footnotes={"ls": "Räknas: rapporter."}), label_of))


def one(cast: Cast, text: str) -> Text:
    (block,) = written(cast, text)
    assert isinstance(block, Text)
    return block


def test_paragraphs_and_lists(cast: Cast) -> None:
    first, second = written(cast, "Första\nraden.\n\n\n- ett\n- två\n")
    assert isinstance(first, Text)
    assert first.plain == "Första raden."
    assert isinstance(second, Bullets)
    assert [item.plain for item in second.items] == ["ett", "två"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("samples.count", "1\u202f340"),
        ("samples.count?kind=x", "1\u202f338"),
        ("samples.count?kind=x&kind=y", "1\u202f340"),
        ("samples.count?kind=y&word=1", "två"),
        ("samples.count?kind=", "0"),
        ("samples.count?year=-1", "7"),
        ("samples.count?year=-6", "5"),
        ("samples.count?month=4", "1\u202f338"),
        ("samples.count?month=5", "2"),
        ("samples.count?unit=mottagning-b", "2"),
        ("samples.share", "25\u00a0procent"),
        ("samples.share?kind=y", ".."),
    ],
)
def test_a_figure_is_computed_where_it_is_named(cast: Cast, name: str, said: str) -> None:
    add_fact(cast.a, SPRING, count=1338, kind="x", numerator=1, denominator=4)
    add_fact(cast.b, date(YEAR, 5, 1), count=2, kind="y")
    add_fact(cast.a, date(YEAR - 1, 1, 1), count=7)
    add_fact(cast.a, date(YEAR - 6, 1, 1), count=5)
    if name == "samples.share":
        add_fact(cast.b, SPRING, count=0, kind="z", numerator=0, denominator=0)
        name = "samples.share?kind=x"
    run = next(run for run in one(cast, f"Det kom {{v:{name}}} stycken.").runs if run.figure)
    assert run.text == said
    assert run.figure
    assert from_query(run.figure.query).measure == name.partition("?")[0]


def test_months_follow_the_quality_year(cast: Cast) -> None:
    choose(cast.root, "quality_year_first_month", 9, first_day=LONG_AGO)
    for day, count in ((date(YEAR - 1, 10, 31), 3), (date(YEAR, 10, 1), 9)):
        add_fact(cast.a, day, count=count)
    assert one(cast, "{v:samples.count?month=10}").plain == "3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{v:samples.nothing}", "The text of Exempelby 2025 names the figure 'samples.nothing', which no register has"),
        ("{v:}", "which no register has"),
        ("{v:samples.count?year=fjol}", "where year and month must be numbers"),
        ("{v:samples.count?month=13}", "where 'month=13' says nothing"),
        ("{v:samples.count?month=-1}", "where 'month=-1' says nothing"),
        ("{v:samples.count?categori=x}", "where 'categori' says nothing"),
        ("Se {t:t99}.", "no t99"),
        ("Ord.[^nix]", "has a footnote 'nix' that the template has not"),
    ],
)
def test_what_names_nothing_is_told(cast: Cast, text: str, said: str) -> None:
    with pytest.raises(Told, match=said.replace("(", r"\(")):
        written(cast, text)


def test_a_footnote_follows_its_word(cast: Cast) -> None:
    runs = one(cast, "Under året kom 20.[^ls] Fler.").runs
    assert [(run.text, run.note) for run in runs] == [
        ("Under året kom 20.", None), ("", "Räknas: rapporter."), (" Fler.", None),
    ]  # fmt: skip


def test_a_reference_has_a_capital_only_first_in_a_sentence(cast: Cast) -> None:
    text = one(cast, "{t:t1} visar allt. {f:utfall} också (se {t:t1}).")
    assert text.plain == "Tabell 1 visar allt. Figur 2 också (se tabell 1)."
    assert [run.to for run in text.runs if run.to] == ["t1", "utfall", "t1"]


def test_a_figure_is_kept_together_with_its_unit(cast: Cast) -> None:
    assert one(cast, "Efter 14 dagar var 72 procent klara.").plain == "Efter 14\u00a0dagar var 72\u00a0procent klara."


@pytest.mark.parametrize("text", ["{v:samples.count", "{x:samples.count}", "{}", "[^]", "[1]", "<b>{{ secret }}</b>"])
def test_what_is_no_placeholder_stays_as_written(cast: Cast, text: str) -> None:
    assert one(cast, text).plain == text


def test_the_summary_has_sentences_key_figures_and_judgements(cast: Cast) -> None:
    choose(cast.root, "quality_areas", {"A": "Trygghet"}, first_day=LONG_AGO)
    choose(cast.root, "focus_areas", ["A", "X"], first_day=LONG_AGO)
    add_fact(cast.a, SPRING, count=1338, numerator=3, denominator=4)
    save_text(cast.root, YEAR, "sammanfattning", "Det kom {v:samples.count}.\n\nSe {t:t1}.")
    save_text(cast.root, YEAR, "battre-a", "Andelen är {v:samples.share}.", by=cast.eva)
    figures = (
        KeyFigureSpec("samples.count", "samples.count?year=-1", "prov", "{before}", "alla"),
        KeyFigureSpec("samples.share", "samples.share?year=-1", "andel", "{before}", "alla"),
    )
    summary = summary_of(context_of(cast, key_figures=figures), label_of)
    assert [sentence.plain for sentence in summary.sentences] == ["Det kom 1\u202f338.", "Se tabell 1."]
    assert [(figure.value, figure.compare) for figure in summary.figures] == [
        ("1\u202f338", "2024: 0"), ("75\u202f%", "2024: .."),
    ]  # fmt: skip
    assert all(figure.ref for figure in summary.figures)
    assert summary.overview
    assert [[cell.text for cell in row.cells] for row in summary.overview.rows] == [
        ["Trygghet", "Andelen är 75\u00a0procent.", "–"]
    ]


def test_a_summary_nobody_has_written_says_what_to_write(cast: Cast) -> None:
    summary = summary_of(context_of(cast), label_of)
    assert [sentence.plain for sentence in summary.sentences] == [TO_WRITE]
    assert (summary.figures, summary.overview) == ((), None)
