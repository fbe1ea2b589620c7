"""The parts, rendered."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import timezone


def shown(source: str, **values: Any) -> str:
    return Template(source).render(Context(values))


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@dataclass(frozen=True)
class SampleTask:
    """Has what a row of work needs."""

    title: str
    reference: str
    unit_name: str
    href: str
    started: date
    due: date | datetime
    detail: str = ""
    counted_in: str = "days"


@dataclass(frozen=True)
class SampleStep:
    label: str
    when: str = ""


STEPS = [SampleStep("Mottagen", "18 sep"), SampleStep("Bedömd"), SampleStep("Klar")]


def test_a_figure_stands_tight_in_its_sentence() -> None:
    html = shown('Under året kom {% figure "138 klagomål" "/k/" %}.')
    assert html == 'Under året kom <a class="fg " href="/k/">138 klagomål</a>.'


def test_a_figure_without_a_way_back_is_no_link() -> None:
    assert shown("{% figure 1338 %}") == '<b class="num">1\u202f338</b>'


def test_a_figure_cannot_carry_markup() -> None:
    assert "<script>" not in shown("{% figure value href %}", value="<script>", href="/")


@pytest.mark.parametrize(
    ("step", "css"), [(0, "ring-side"), (2, "ring-arc"), (5, "ring-arc"), (6, "ring-done"), (7, "ring-done")]
)
def test_a_state_has_shape_and_word(step: int, css: str) -> None:
    html = shown('{% state "x" "Utreds" step %}', step=step)
    assert css in html
    assert words_of(html) == "Utreds"


def test_steps_say_where_we_are_and_what_comes() -> None:
    html = shown("{% steps 2 steps %}", steps=STEPS)
    assert html.count('class="done"') == 1
    assert html.count('aria-current="step"') == 1
    assert "Steg 2 av 3: Bedömd . Nästa: klar." in words_of(html)


def test_steps_above_the_last_are_all_done() -> None:
    html = shown("{% steps 4 steps %}", steps=STEPS)
    assert html.count('class="done"') == 3
    assert "Alla 3 steg är klara." in words_of(html)


def test_steps_in_a_card_are_plain_words() -> None:
    html = shown('{% steps 1 steps kind="card" %}', steps=["Mottagen", "Klar"])
    assert 'class="steps6"' in html
    assert words_of(html) == "Mottagen Klar"


def test_a_clock_says_late_in_words_number_and_tone() -> None:
    html = shown('{% clock -2 10 "workdays" %}')
    assert 'class="ck late"' in html
    assert words_of(html) == "\u22122 2 arbetsdagar sent"


def test_a_clock_takes_its_own_sentence() -> None:
    html = shown('{% clock 18 60 text="18 dagar kvar att utreda" detail="Klart senast fredag" %}')
    assert words_of(html) == "18 18 dagar kvar att utreda Klart senast fredag"


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="weeks"):
        shown('{% clock 1 2 "weeks" %}')


def test_a_row_of_work_is_one_link_with_day_and_distance() -> None:
    today = timezone.localdate()
    task = SampleTask("Bedöm", "AVV-1", "Enheten", "/a/", today - timedelta(days=1), today + timedelta(days=7), "ny")
    html = shown("{% queue_row task %}", task=task)
    assert html.count("<a ") == 1
    assert "AVV-1 · Enheten · ny" in words_of(html)
    assert "7\u00a0dagar kvar" in html


def test_a_late_row_says_when_it_should_have_been_done() -> None:
    today = timezone.localdate()
    task = SampleTask("Svara", "KLA-1", "Enheten", "/a/", today - timedelta(days=12), today - timedelta(days=2))
    html = shown("{% queue_row task %}", task=task)
    assert 'class="q late"' in html
    assert "skulle varit klart" in html


def test_a_row_with_a_moment_counts_hours() -> None:
    due = timezone.now() + timedelta(hours=31, minutes=30)
    task = SampleTask("Anmäl", "PUI-1", "Enheten", "/a/", (due - timedelta(hours=72)).date(), due)
    assert "31\u00a0timmar kvar" in shown("{% queue_row task %}", task=task)


def test_a_moment_late_in_the_evening_stands_on_its_day_in_sweden() -> None:
    """23.30 in Greenwich on 30 June is half past one on 1 July here."""
    due = datetime(2099, 6, 30, 23, 30, tzinfo=UTC)
    task = SampleTask("Anmäl", "PUI-1", "Enheten", "/a/", date(2099, 6, 28), due)
    assert "Onsdag 1 juli 2099" in shown("{% queue_row task %}", task=task)


def test_a_note_keeps_its_markup_and_escapes_values() -> None:
    html = shown('{% note "late" %}<b>Mejlet kom inte fram.</b> {{ who }}{% endnote %}', who="<i>")
    assert html == '<div class="note late"><b>Mejlet kom inte fram.</b> &lt;i&gt;</div>'


def test_an_explained_word_can_be_reached_by_keyboard_and_read_aloud() -> None:
    html = shown('{% term "lex Sarah" %}Skyldigheten att utreda.{% endterm %}')
    assert html.startswith('<button type="button" class="term" popovertarget="ord-lex-sarah"')
    assert '<span class="explain" id="ord-lex-sarah" popover role="note">' in html
    assert "Skyldigheten att utreda." in html


def test_what_is_missing_comes_first_and_is_said_in_words() -> None:
    html = shown("{% missing missing done %}", missing=[{"label": "Beslut", "href": "#b"}], done=["Syn"])
    assert words_of(html) == "Beslut saknas Syn är klart"
    assert 'href="#b"' in html


def test_crumbs_end_where_we_are() -> None:
    html = shown('{% crumbs "Register" "/r/" "AVV-1" %}')
    assert '<a href="/r/">Register</a>' in html
    assert '<li aria-current="page">AVV-1</li>' in html


def test_tags_rings_icons_and_progress() -> None:
    assert shown('{% tag "Saknar åtgärd" "soon" %}') == '<span class="tag soon">Saknar åtgärd</span>'
    assert "ring-missing" in shown('{% ring kind="missing" %}')
    assert 'width="30%"' in shown("{% progress 6 20 %}")
    assert 'width="0%"' in shown("{% progress 0 0 %}")
    with pytest.raises(KeyError):
        shown('{% icon "unicorn" %}')


def test_nothing_has_words_and_one_link() -> None:
    html = shown('{% nothing "Inget väntar" text="Bra." href="/a/" link="Se årshjulet" %}')
    assert words_of(html) == "Inget väntar Bra. Se årshjulet"


def test_filters() -> None:
    day = date(2023, 10, 12)
    assert shown("{{ day|swedish_day }} {{ day|short_day }} {{ n|number }}", day=day, n=1338) == (
        "torsdag 12 oktober 2023 12\u00a0okt 2023 1\u202f338"
    )
    assert shown("{{ day|distance }}", day=timezone.localdate()) == "i dag"
    assert shown("{% number 1338 %}") == "1\u202f338"
    assert shown("{% swedish_day day %}", day=day) == "torsdag 12 oktober 2023"


def test_a_moment_is_local() -> None:
    moment = datetime.fromisoformat("2023-10-09T05:52:00+00:00")
    assert shown("{{ moment|short_moment }}", moment=moment) == "9\u00a0okt 2023 07.52"


def test_empty_stays_what_for_needs() -> None:
    assert shown("{% for x in y %}a{% empty %}b{% endfor %}", y=[]) == "b"
    with pytest.raises(TemplateSyntaxError):
        Template("{% empty %}")
