"""What a figure says, when words and figure disagree, and that what is frozen comes back as it was."""

from datetime import date

import pytest

from varvet.kernel.statistics.wordings import BY_CHANCE
from varvet.registers.analyses import rules
from varvet.registers.analyses.rules import (
    SOURCES,
    TOLD,
    Answered,
    Approved,
    Change,
    Common,
    Concluded,
    Figure,
    Line,
    Number,
    Part,
    Progress,
    Sheet,
    Spans,
    Value,
)
from varvet.registers.analyses.rules import changes as said

SPANS = Spans(120, 120, 120)
TODAY = date(2026, 3, 16)
CLOSED, RECEIVED = "deviations.closed", "deviations.received"


def figure(
    now: float | None, before: float | None, code: str = CLOSED, unit: str = "antal", broken: str = ""
) -> Figure:
    return Figure(code, "Mått", "Antal.", unit, Number(now), Number(before), Number(before), broken)


def share(now: tuple[int, int], before: tuple[int, int]) -> Figure:
    of = [Number(part / whole, part, whole) for part, whole in (now, before)]
    return Figure(CLOSED, "Andel", "Andel.", "andel", of[0], of[1], of[1])


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (figure(3, 2), said.TOO_FEW),
        (figure(20, 18), BY_CHANCE),
        (figure(60, 20), said.HIGHER),
        (figure(20, 60), said.LOWER),
        (figure(60, 20, RECEIVED), said.MORE_TOLD),
        (figure(20, 60, RECEIVED), said.FEWER_TOLD),
        (figure(None, 20), said.NOT_MEASURED),
        (figure(60, 20, unit="dagar"), said.DAYS),
        (figure(60, 20, broken="2026-01-01"), said.BROKEN),
        (share((40, 50), (10, 50)), said.HIGHER),
        (share((5, 9), (1, 9)), said.TOO_FEW),
        (share((25, 50), (24, 50)), BY_CHANCE),
    ],
)
def test_what_a_figure_says(one: Figure, sentence: str) -> None:
    assert rules.sentence_of(one, SPANS).wording == sentence


def test_a_longer_period_is_compared_by_the_day() -> None:
    one = figure(40, 20)
    assert rules.change_of(one, SPANS) is Change.HIGHER
    assert rules.change_of(one, Spans(120, 60, 120)) is Change.CHANCE


@pytest.mark.parametrize(
    ("words", "one", "flag"),
    [
        ("Avvikelserna har ökat", figure(20, 60), said.SAYS_UP),
        ("Färre avvikelser", figure(60, 20), said.SAYS_DOWN),
        ("Avvikelserna har minskat", figure(20, 20), said.SAYS_DOWN),
        ("Fler avvikelser", figure(21, 20), said.UNCERTAIN),
        ("Fler avvikelser", figure(60, 20), ""),
        ("Fler rapporterar och färre skadas", figure(20, 60), ""),
        ("Mottagningen ringer upp", figure(20, 60), ""),
        ("Fler avvikelser", figure(None, 20), ""),
        ("Fler avvikelser", None, ""),
    ],
)
def test_words_and_figure(words: str, one: Figure | None, flag: str) -> None:
    assert rules.disagreement(words, one, SPANS) == flag


def test_what_is_told_is_a_measure_that_is_shown() -> None:
    shown = {code for source in SOURCES for code in source.codes}
    assert TOLD - shown == set()
    assert len(shown) == len(rules.MEASURES)


def test_what_is_frozen_comes_back_and_is_known_by_its_hash() -> None:
    part = Part(
        "deviations",
        (figure(3, 2), share((1, 2), (1, 3))),
        (Common("Typer", "Antal.", (Value("Bemötande", 2, 1),)),),
        (Line("En rad", "Mottagning A", "Klar", ""),),
        2,
    )
    whole = Approved(
        Sheet("2026-03-16", SPANS, (part,)),
        (Answered("", "Vad?", "Så här."),),
        (Concluded(1, "good", "A", "En rad", CLOSED, "", ""),),
    )
    text, digest = rules.freeze(whole)
    assert rules.thaw(text, digest) == whole
    assert rules.freeze(rules.thaw(text, digest)) == (text, digest)


@pytest.mark.parametrize(
    ("progress", "number"),
    [
        (Progress(TODAY, 1), 1),
        (Progress(date(2026, 3, 15), 1), 0),
        (Progress(date(2026, 3, 15), 0), 1),
        (Progress(date(2026, 3, 15), 1, (2, 3)), 2),
        (Progress(TODAY, 0, (2,)), 3),
    ],
)
def test_what_is_left_before_it_is_approved(progress: Progress, number: int) -> None:
    assert len(rules.before_approving(progress, TODAY)) == number
