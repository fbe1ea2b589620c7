"""The event's day decides the paragraph: the old act until its last day, then the new one."""

from datetime import date

import pytest

from varvet.kernel.law.statutes import (
    NoParagraph,
    get_statute,
    is_certain,
    new_citation,
    paragraph_for,
    section_changes,
    shipped_statutes,
)

LAST_DAY_OF_OLD_ACT = date(2025, 6, 30)
FIRST_DAY_OF_NEW_ACT = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("topic", "before", "after"),
    [
        ("lex_sarah_rapportera", "SoL (2001:453) 14 kap. 3 §", "SoL 27 kap. 2 §"),
        ("lex_sarah_anmala_ivo", "SoL (2001:453) 14 kap. 7 §", "SoL 27 kap. 6 §"),
        ("ej_verkstallt_beslut", "SoL (2001:453) 16 kap. 6 f-h §§", "SoL 34 kap. 1-3 §§"),
        ("lss_lex_sarah_anmala_ivo", "LSS 24 f §", "LSS 24 f §"),
    ],
)
def test_paragraph_on_both_sides_of_the_border(topic: str, before: str, after: str) -> None:
    assert paragraph_for(topic, LAST_DAY_OF_OLD_ACT) == before
    assert paragraph_for(topic, FIRST_DAY_OF_NEW_ACT) == after


def test_the_acts_meet_without_gap() -> None:
    assert get_statute("SoL-2001").valid_to == LAST_DAY_OF_OLD_ACT
    assert get_statute("SoL-2025").valid_from == FIRST_DAY_OF_NEW_ACT


def test_an_act_without_a_first_day_always_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    change = section_changes()[0]
    moved = type(change)("lvu", "LVU", "SoL-2001", "1 §", "LVU", "14 §", change.status, "")
    monkeypatch.setattr("varvet.kernel.law.statutes.section_changes", lambda: (moved,))
    assert paragraph_for("lvu", date(1991, 1, 1)) == new_citation(moved) == "LVU 14 §"


def test_unknown_topic_has_no_paragraph() -> None:
    with pytest.raises(NoParagraph):
        paragraph_for("finns_inte", FIRST_DAY_OF_NEW_ACT)


def test_unknown_act_is_a_bug() -> None:
    with pytest.raises(KeyError):
        get_statute("finns_inte")


def test_what_nobody_has_checked_is_not_certain() -> None:
    uncertain = {statute.id for statute in shipped_statutes() if not is_certain(statute)}
    assert uncertain == {"SOSFS-2011-9", "SOSFS-2011-5", "GDPR", "HSL", "SOSFS-2014-5"}
    assert not [change for change in section_changes() if is_certain(change)]


def test_every_section_leads_to_a_shipped_act() -> None:
    assert len(section_changes()) == 21
    assert len({change.key for change in section_changes()}) == 21
    acts = {statute.id for statute in shipped_statutes()}
    assert {act for c in section_changes() for act in (c.old_statute, c.new_statute)} <= acts
