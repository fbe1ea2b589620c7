"""The rules as truth tables, with their border days."""

from dataclasses import replace
from datetime import date

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.provider_reports import rules
from varvet.registers.provider_reports.rules import Known, Law, Notified, Outcome, Progress

TODAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("law", "day", "section"),
    [
        (Law.SOL, date(2025, 6, 30), "SoL (2001:453) 14 kap. 5 §"),
        (Law.SOL, date(2025, 7, 1), "SoL 27 kap. 4 §"),
        (Law.LSS, date(2025, 6, 30), "LSS 24 d §"),
        (Law.LSS, date(2025, 7, 1), "LSS 24 d §"),
    ],
)
def test_the_section_follows_from_the_events_day(law: Law, day: date, section: str) -> None:
    assert rules.section_of(law, day) == section


YES = Notified(Known.YES, TODAY, "7")


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (Notified(Known.UNKNOWN), ""),
        (Notified(Known.NO), Outcome.SERIOUS),
        (YES, ""),
        (YES, Outcome.SERIOUS_RISK),
        (replace(YES, decision="ended", decided_on=TODAY), Outcome.SERIOUS),
    ],
)
def test_what_may_be_known_of_the_notification(content: Notified, outcome: str) -> None:
    rules.check_notified(content, outcome, TODAY)


@pytest.mark.parametrize(
    ("content", "outcome", "code"),
    [
        (replace(YES, on=None), "", "notified_on.none"),
        (replace(YES, on=date(2026, 3, 17)), "", "notified_on.ahead"),
        (replace(YES, notified=Known.NO), "", "notified.no"),
        (Notified(Known.UNKNOWN, number="7"), "", "notified.no"),
        (YES, Outcome.MISCONDUCT, "notified.outcome"),
        (replace(YES, decision="ended"), "", "decision.day"),
        (replace(YES, decided_on=TODAY), "", "decision.day"),
        (replace(YES, decision="ended", decided_on=date(2026, 3, 15)), "", "decided_on.before"),
        (replace(YES, decision="ended", decided_on=date(2026, 3, 17)), "", "decided_on.ahead"),
    ],
)
def test_what_may_not(content: Notified, outcome: str, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        rules.check_notified(content, outcome, TODAY)
    assert broken.value.code == f"provider_report.{code}"


DONE = Progress(assessed=True, provider_known=True, ours=Known.NO, told_provider=True)


def left(progress: Progress) -> list[str]:
    return [item.sentence for item in rules.before_closing(progress) if not item.done]


@pytest.mark.parametrize(
    ("progress", "missing"),
    [
        (DONE, []),
        (replace(DONE, assessed=False), ["Er bedömning"]),
        (replace(DONE, provider_known=False), ["Vilken utförare det gäller"]),
        (replace(DONE, ours=Known.UNKNOWN), ["Om den som berörs är placerad av er"]),
        (replace(DONE, ours=Known.YES), ["Uppföljning av den som berörs"]),
        (replace(DONE, ours=Known.YES, person_followed=True, total=1), []),
        (replace(DONE, outcome=Outcome.SERIOUS), ["Om utföraren har anmält till IVO"]),
        (replace(DONE, outcome=Outcome.SERIOUS, notified=Known.NO), []),
        (replace(DONE, outcome=Outcome.RISK), []),
        (replace(DONE, total=2, left=1), ["{left} av {total} uppföljningar"]),
        (replace(DONE, told_provider=False), ["Återkoppling till utföraren"]),
    ],
)
def test_what_closing_needs(progress: Progress, missing: list[str]) -> None:
    assert left(progress) == missing


def test_the_first_thing_left_is_named_with_its_count() -> None:
    with pytest.raises(RuleBroken, match="1 av 2 uppföljningar"):
        rules.check_closing(rules.before_closing(replace(DONE, total=2, left=1)))
    rules.check_closing(rules.before_closing(DONE))


@pytest.mark.parametrize(
    ("written", "kept"), [("", ""), (" 5560125790 ", "556012-5790"), ("802002-4280", "802002-4280")]
)
def test_numbers_that_can_be(written: str, kept: str) -> None:
    assert rules.tidy_number(written) == kept


@pytest.mark.parametrize("written", ["556012-5791", "811218-9876", "55601257", "556012-579O", "５56012-5790"])
def test_numbers_that_cannot(written: str) -> None:
    with pytest.raises(RuleBroken):
        rules.tidy_number(written)
