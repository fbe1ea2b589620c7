"""The page of a performed round: its honest sentences, the rounds before, small parts hidden, what it led to."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules import Figures, SplitRow
from varvet.registers.self_checks.tests.factories import form_of, fresh, history, make_performed
from varvet.registers.self_checks.tests.frames import drawn
from varvet.registers.self_checks.views.shown_result import is_hidden

COUNTED = Figures(False, 60, 20, 18)


def address(held: Round, name: str = "page") -> str:
    return reverse(f"self_checks:{name}", args=[held.reference])


def performed(cast: Cast, figures: Figures = COUNTED, splits: tuple[SplitRow, ...] = ()) -> Round:
    return make_performed(cast, actions.Result(figures, splits))


def before(cast: Cast, fulfilled: int, sample: int = 20, year: int = 2024) -> None:
    row = replace(
        history(cast), part="gruppbostad", sample=sample, fulfilled=fulfilled,
        first_day=date(year, 1, 1), last_day=date(year, 12, 31),
    )  # fmt: skip
    actions.import_history(rows=[row], root=cast.root, by=cast.eva, now=NOW)


def page_of(client: Client, cast: Cast, held: Round, who: str = "alice") -> str:
    client.force_login(getattr(cast, who))
    return client.get(address(held)).content.decode()


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (COUNTED, "18 av 20 uppfyller målet. Troligen uppfyller 44–58 av alla 60 målet."),
        (Figures(False, None, 20, 14), "I hela verksamheten kan det vara mellan 48 och 85 procent."),
        (Figures(False, 60, 9, 9), "Urvalet är för litet för att dra slutsatser."),
        (Figures(True, 9, 9, 8), "Totalundersökning – ingen urvalsosäkerhet."),
    ],
)
def test_how_far_the_result_can_be_trusted(client: Client, cast: Cast, figures: Figures, words: str) -> None:
    assert words in page_of(client, cast, performed(cast, figures))


def test_the_first_has_nothing_to_be_compared_with(client: Client, cast: Cast) -> None:
    assert "Det finns inget tidigare resultat att jämföra med." in page_of(client, cast, performed(cast))


def test_a_change_within_chance_is_said_to_be_that(client: Client, cast: Cast) -> None:
    before(cast, 12)
    page = page_of(client, cast, performed(cast, Figures(False, None, 20, 14)))
    for words in ("Förändringen är inte säkerställd.", "Förra gången var det 12 av 20.", "procentenheter.", "2024"):
        assert words in page


def test_a_change_beyond_chance_is_said_to_be_that(client: Client, cast: Cast) -> None:
    before(cast, 5)
    page = page_of(client, cast, performed(cast, Figures(False, None, 20, 18)))
    assert "Förändringen är säkerställd: fler uppfyller målet än förra gången." in page


def test_another_part_or_question_is_not_the_round_before(client: Client, cast: Cast) -> None:
    row = replace(history(cast), part="servicebostad", sample=20, fulfilled=3)
    actions.import_history(rows=[row], root=cast.root, by=cast.eva, now=NOW)
    assert "Det finns inget tidigare resultat" in page_of(client, cast, performed(cast))


@pytest.mark.parametrize(
    ("whole", "samples", "hidden"),
    [
        (20, [10, 10], False),
        (20, [5, 15], False),
        (20, [4, 16], True),
        (20, [10, 6], True),  # what is left is four
        (20, [10, 5], False),
        (20, [0, 20], False),
        (None, [4], True),
        (20, [], False),
    ],
)
def test_small_parts_are_hidden(whole: int | None, samples: list[int | None], *, hidden: bool) -> None:
    assert is_hidden(whole, samples) is hidden


def test_no_part_is_shown_when_one_is_small(client: Client, cast: Cast) -> None:
    splits = (SplitRow("sex", "girls", 16, 15), SplitRow("sex", "boys", 4, 3))
    page = page_of(client, cast, performed(cast, COUNTED, splits))
    assert "Någon del är för liten." in page
    assert "Flickor" not in page
    assert "3 av 4" not in page


def test_parts_have_rows_in_a_chart_and_a_table(client: Client, cast: Cast) -> None:
    splits = (SplitRow("sex", "girls", 12, 11), SplitRow("sex", "boys", 8, 7))
    page = page_of(client, cast, performed(cast, COUNTED, splits))
    assert page.count("11 av 12") == 2
    assert "Visa som tabell" in page


def test_a_stratified_sample_is_weighted(client: Client, cast: Cast) -> None:
    held = drawn(cast, 20)
    figures, splits = Figures(False, 40, 20, 12), (SplitRow("sex", "girls", 15, 10), SplitRow("sex", "boys", 5, 2))
    result = actions.Result(figures, splits)
    actions.record_result(round_=held, result=result, version=held.version, by=cast.alice, now=NOW)
    assert "Viktat efter delarnas storlek är andelen 60 procent" in page_of(client, cast, fresh(held.pk))


def test_a_share_without_a_count_has_no_chart(client: Client, cast: Cast) -> None:
    page = page_of(client, cast, performed(cast, Figures(False, sample=20, stated_permille=450)))
    assert "45 % uppfyller målet" in page
    assert "Visa som tabell" not in page


def test_what_is_left_is_listed_and_done_step_by_step(client: Client, cast: Cast) -> None:
    held = performed(cast)
    page = page_of(client, cast, held)
    for name in ("analyse", "decide", "raise_at_apt"):
        assert address(held, name) in page
        assert client.get(address(held, name)).status_code == 200
    assert "Ingen åtgärd, för att" in page
    client.post(address(held, "analyse"), form_of(held, analysis="Mallen hjälpte."))
    client.post(address(held, "decide"), form_of(fresh(held.pk), reason="Målet är nått."))
    answer = client.post(address(held, "raise_at_apt"), form_of(fresh(held.pk), day=fresh(held.pk).performed_on))
    assert answer.status_code == 302, answer.content.decode()
    page = page_of(client, cast, held)
    assert "Ingen åtgärd behövs, för att: Målet är nått." in page
    assert "Det här återstår" not in page


def test_a_reader_sees_it_and_changes_nothing(client: Client, cast: Cast) -> None:
    held = performed(cast)
    assert address(held, "decide") not in page_of(client, cast, held, "dag")
    for name in ("analyse", "decide", "raise_at_apt"):
        assert client.get(address(held, name)).status_code == 403


@pytest.mark.parametrize("name", ["analyse", "decide", "raise_at_apt"])
def test_outside_the_scope_it_is_not_there(client: Client, cast: Cast, name: str) -> None:
    held = performed(cast)
    for who in ("cecilia", "stranger", "bo"):
        client.force_login(getattr(cast, who))
        assert client.get(address(held, name)).status_code == 404
