"""Sentences with figures, and the small drawings beside them."""

import pytest

from varvet.kernel.records.panels import Drawing, Figure, Panel, Row, Sentence, Spark
from varvet.kernel.ui import panel_parts, sparks
from varvet.kernel.ui.tests.test_parts import shown, words_of


def test_a_figure_stands_in_its_sentence_and_leads_to_what_it_counts() -> None:
    said = panel_parts.sentence(
        Sentence("Ni fick {count} av {all}.", (("count", Figure(1200, "/s/")), ("all", Figure(2))))
    )
    assert said == 'Ni fick <a class="fg" href="/s/">1\u202f200</a> av <b class="num">2</b>.'


def test_what_comes_from_outside_is_shown_as_text() -> None:
    said = panel_parts.sentence(Sentence("<i>{name}</i>", (("name", Figure("<b>x</b>")),)))
    assert said == '&lt;i&gt;<b class="num">&lt;b&gt;x&lt;/b&gt;</b>&lt;/i&gt;'


def test_a_share_has_a_decimal_comma() -> None:
    assert "2,5" in panel_parts.sentence(Sentence("{x}", (("x", Figure(2.5)),)))


def test_a_sentence_that_names_another_figure_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        panel_parts.sentence(Sentence("{other}", (("count", Figure(1)),)))


def test_a_part_has_a_heading_its_sentences_and_its_rows() -> None:
    rows = (Row("AVV-1", "/a/", "Mottagning A", "received", "Mottagen", 1, news="Nytt"),)
    html = shown("{% panel part 7 %}", part=Panel("Mina", (Sentence("Allt väl."),), rows, "/alla/", "Alla"))
    assert 'id="h-panel-7"' in html
    assert words_of(html) == "Mina Alla Allt väl. AVV-1 Nytt Mottagning A Mottagen"


def test_a_line_is_cut_where_nobody_measured() -> None:
    drawn = sparks.drawn(Spark(Drawing.LINE, (1, 2, None, 4, 2), "x", band=(1, 3), signals=(1,)))
    assert len(drawn.paths) == 2
    assert [mark.look for mark in drawn.marks] == ["signal", "now"]
    assert drawn.band
    assert drawn.band.y < drawn.band.y + drawn.band.height <= sparks.BOTTOM


def test_the_highest_value_touches_the_top_and_zero_the_bottom() -> None:
    drawn = sparks.drawn(Spark(Drawing.LINE, (0, 10), "x"))
    assert drawn.paths == (f"M{sparks.EDGE} {sparks.BOTTOM}L{sparks.WIDTH - sparks.EDGE} {sparks.TOP}",)


@pytest.mark.parametrize("drawing", list(Drawing))
def test_nothing_measured_can_be_drawn(drawing: Drawing) -> None:
    drawn = sparks.drawn(Spark(drawing, (None, None), "x"))
    assert not drawn.paths
    assert not drawn.marks


def test_a_measured_zero_is_a_bar_that_is_seen() -> None:
    bars = sparks.drawn(Spark(Drawing.BARS, (0, None, 4), "x")).marks
    assert [bar.height for bar in bars] == [sparks.LEAST_BAR, sparks.BOTTOM - sparks.TOP]
    assert [bar.look for bar in bars] == ["plain", "now"]


def test_a_silence_is_a_band_that_ends_in_a_ring() -> None:
    drawn = sparks.drawn(Spark(Drawing.DOTS, (0.1, 0.5), "x", band=(0.6, 1)))
    assert [mark.look for mark in drawn.marks] == ["plain", "plain", "silent"]
    assert drawn.band
    assert drawn.band.x + drawn.band.width == drawn.marks[-1].x


def test_a_drawing_is_read_by_its_words_alone() -> None:
    html = shown("{% spark spark %}", spark=Spark(Drawing.BARS, (1.5, 2), "per månad"))
    assert 'aria-hidden="true"' in html
    assert words_of(html) == "per månad"
    assert "," not in html.replace("per månad", "")  # SVG takes decimal points only
