"""Which term holds on a day, and that none is shown as certain without having been seen in the statute."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.law.shipped import HowChecked
from varvet.kernel.law.terms import (
    NoTerm,
    Term,
    TermUnit,
    holds_on,
    is_certain,
    shipped_terms,
    term_keys,
    term_on,
)

LAST_DAY_OF_OLD_ACT = date(2025, 6, 30)
FIRST_DAY_OF_NEW_ACT = date(2025, 7, 1)


def test_last_day_of_the_old_act_has_the_old_source() -> None:
    term = term_on(shipped_terms(), "forhandsbedomning", LAST_DAY_OF_OLD_ACT)
    assert (term.value, term.unit, term.source) == (14, TermUnit.DAYS, "SoL (2001:453) 11 kap. 1 a §")


def test_first_day_of_the_new_act_has_the_new_source() -> None:
    term = term_on(shipped_terms(), "forhandsbedomning", FIRST_DAY_OF_NEW_ACT)
    assert (term.source, term.exception) == ("SoL 20 kap. 2 §", "synnerliga skäl")


def test_a_term_does_not_hold_the_day_before_it_begins() -> None:
    assert term_on(shipped_terms(), "cyberincident_varning", date(2026, 1, 15)).value == 24
    with pytest.raises(NoTerm, match="cyberincident_varning"):
        term_on(shipped_terms(), "cyberincident_varning", date(2026, 1, 14))


def test_an_unknown_key_is_no_term() -> None:
    with pytest.raises(NoTerm):
        term_on(shipped_terms(), "finns_inte", FIRST_DAY_OF_NEW_ACT)


def test_of_several_rows_the_one_that_began_last_holds() -> None:
    always = replace(term_on(shipped_terms(), "asi_grund", FIRST_DAY_OF_NEW_ACT), value=1)
    later = replace(always, value=2, valid_from=FIRST_DAY_OF_NEW_ACT)
    assert term_on((later, always), "asi_grund", FIRST_DAY_OF_NEW_ACT).value == 2
    assert term_on((later, always), "asi_grund", LAST_DAY_OF_OLD_ACT).value == 1


@pytest.mark.parametrize("status", list(HowChecked))
def test_only_the_statute_text_makes_a_term_certain(status: HowChecked) -> None:
    term = replace(shipped_terms()[0], status=status)
    assert is_certain(term) is (status == "seen in the statute text")


def test_local_goals_are_never_certain_law() -> None:
    local = {term.key for term in shipped_terms() if term.local}
    assert {"avvikelse_bedomd", "synpunkt_besvarad", "lex_sarah_utredning_klar"} <= local
    assert not [term for term in shipped_terms() if term.local and is_certain(term)]


def test_every_shipped_term_is_whole() -> None:
    assert len(shipped_terms()) == 63
    assert len(term_keys()) == 61
    assert not [term for term in shipped_terms() if not (term.label and term.source and term.value > 0)]
    assert {term.verified_on for term in shipped_terms()} == {date(2026, 11, 21)}


@pytest.mark.parametrize("key", term_keys())
def test_shipped_rows_of_a_key_never_overlap(key: str) -> None:
    rows = [term for term in shipped_terms() if term.key == key]
    borders = {day for term in rows for day in (term.valid_from, term.valid_to) if day} | {date(2026, 6, 1)}
    assert all(sum(holds_on(term, day) for term in rows) <= 1 for day in borders)


def test_a_term_holds_on_both_its_border_days() -> None:
    term = replace(_any(), valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [holds_on(term, day) for day in days] == [False, True, True, False]


def _any() -> Term:
    return shipped_terms()[0]
