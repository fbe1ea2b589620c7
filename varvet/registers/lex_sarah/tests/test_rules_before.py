"""Truth tables of the rules from the report to the completed investigation, with their border days."""

from datetime import date, timedelta

import pytest

from varvet.kernel.records.errors import RuleBroken
from varvet.registers.lex_sarah import rules
from varvet.registers.lex_sarah.models import SECTION_PARTS
from varvet.registers.lex_sarah.rules import Channel, Duty, Law, NotOpened, Progress, Tied
from varvet.registers.lex_sarah.rules.completing import place_of
from varvet.registers.lex_sarah.rules.plain import PLAIN, TOLD
from varvet.registers.lex_sarah.views.happened import HAPPENED

LAST_OF_OLD, FIRST_OF_NEW = date(2025, 6, 30), date(2025, 7, 1)
PARAGRAPHS = {
    Duty.REPORT: ("14 kap. 3 §", "27 kap. 2 §", "24 b §"),
    Duty.TELL_STAFF: ("14 kap. 4 §", "27 kap. 3 §", "24 c §"),
    Duty.PROVIDER_TELLS: ("14 kap. 5 §", "27 kap. 4 §", "24 d §"),
    Duty.INVESTIGATE: ("14 kap. 6 §", "27 kap. 5 §", "24 e §"),
    Duty.TELL_AUTHORITY: ("14 kap. 7 §", "27 kap. 6 §", "24 f §"),
}
WHOLE = Progress(
    written=frozenset(rules.SECTIONS),
    causes=1,
    unanswered=0,
    informed=True,
    investigator=True,
    impartial=True,
    events=1,
)
HERE = Tied(pk=1, status="received", confidentiality="normal", joined=False, leads=False)
THERE = Tied(pk=2, status="opened", confidentiality="normal", joined=False, leads=True)


@pytest.mark.parametrize("duty", list(Duty))
def test_the_paragraph_follows_from_the_act_and_the_day_of_the_event(duty: Duty) -> None:
    old, new, lss = PARAGRAPHS[duty]
    assert rules.paragraph(Law.SOL, duty, LAST_OF_OLD) == f"SoL (2001:453) {old}"
    assert rules.paragraph(Law.SOL, duty, FIRST_OF_NEW) == f"SoL {new}"
    assert rules.paragraph(Law.SOL, duty, date(2012, 2, 29)) == f"SoL (2001:453) {old}"
    assert rules.paragraph(Law.SOL, duty, date(2028, 2, 29)) == f"SoL {new}"
    for day in (LAST_OF_OLD, FIRST_OF_NEW):
        assert rules.paragraph(Law.LSS, duty, day) == f"LSS {lss}"


def test_a_whole_investigation_is_complete() -> None:
    rules.check_complete(rules.before_completing(WHOLE))


@pytest.mark.parametrize(
    ("lacks", "place"),
    [
        ({"causes": 0}, "cause"),
        ({"unanswered": 1}, "answers"),
        ({"informed": False}, "inform"),
        ({"investigator": False}, "assign"),
        ({"impartial": False}, "declare"),
        ({"events": 0}, "events"),
        *(({"written": frozenset(rules.SECTIONS) - {place}}, place) for place in rules.SECTIONS),
    ],
)
def test_each_thing_that_is_missing_stops_it(lacks: dict[str, object], place: str) -> None:
    items = rules.before_completing(Progress(**({**vars(WHOLE), **lacks})))
    assert [item.place for item in items if not item.done] == [place]
    with pytest.raises(RuleBroken) as error:
        rules.check_complete(items)
    assert (error.value.code, error.value.field) == ("lex_sarah.complete.missing", place)


def test_the_sections_are_the_parts_that_are_written() -> None:
    assert list(rules.SECTIONS) == [part.value for part in SECTION_PARTS]
    assert {place_of(part) for part in SECTION_PARTS} == {*rules.SECTIONS}
    assert place_of("not_asked") == "view"
    with pytest.raises(KeyError):
        place_of("decision")


@pytest.mark.parametrize(
    ("here", "there", "code"),
    [
        ({}, {}, ""),
        ({}, {"status": "received"}, ""),
        ({}, {"pk": 1}, "other.itself"),
        ({"joined": True}, {}, "joined"),
        ({"leads": True}, {}, "others_hang_on"),
        ({}, {"joined": True}, "join.chain"),
        ({}, {"status": "investigated"}, "join.state"),
        ({}, {"status": "not_opened"}, "join.state"),
        ({}, {"confidentiality": "manager_excluded"}, "join.secrecy"),
    ],
)
def test_what_may_be_investigated_together(here: dict[str, object], there: dict[str, object], code: str) -> None:
    tied, lead = Tied(**({**vars(HERE), **here})), Tied(**({**vars(THERE), **there}))
    if not code:
        rules.check_join(tied, lead)
        return
    with pytest.raises(RuleBroken) as error:
        rules.check_join(tied, lead)
    assert error.value.code == f"lex_sarah.{code}"


@pytest.mark.parametrize("reason", list(NotOpened))
def test_only_what_the_root_allows_is_left_uninvestigated(reason: NotOpened) -> None:
    rules.check_declinable(reason, [reason.value])
    with pytest.raises(RuleBroken, match="utreder varje rapport"):
        rules.check_declinable(reason, [])
    with pytest.raises(RuleBroken, match="gäller inte hos er"):
        rules.check_declinable(reason, [other for other in NotOpened if other != reason])


def test_the_same_event_is_named() -> None:
    rules.check_same_event(NotOpened.SAME_EVENT, object())
    rules.check_same_event(NotOpened.OUT_OF_SCOPE, None)
    with pytest.raises(RuleBroken, match="numret"):
        rules.check_same_event(NotOpened.SAME_EVENT, None)


@pytest.mark.parametrize(
    ("declared", "takes_part"),
    [({}, True), ({"reviewer": False}, True), ({"reviewer": True}, False), ({"a": False, "b": True}, False)],
)
def test_one_conflict_is_enough(declared: dict[str, bool], *, takes_part: bool) -> None:
    for check in (rules.check_takes_part, rules.check_may_be_named):
        if takes_part:
            check(declared)
            continue
        with pytest.raises(RuleBroken, match="anmält jäv"):
            check(declared)


def test_a_report_by_others_says_by_whom() -> None:
    rules.check_told_by(Channel.WEB, "")
    for channel in (Channel.PHONE, Channel.LETTER, Channel.MEETING):
        rules.check_told_by(channel, "okänd")
        with pytest.raises(RuleBroken, match="vem som berättade"):
            rules.check_told_by(channel, " ")


def test_the_affected_person_is_told_from_the_day_it_happened_to_today() -> None:
    today, happened = date(2026, 3, 1), date(2026, 2, 28)
    for day in (happened, today):
        rules.check_information(day, "Ringde", happened, today)
    rules.check_information(happened - timedelta(days=9), "Ringde", None, today)
    for day, sentence in ((happened - timedelta(days=1), "före händelsen"), (today + timedelta(days=1), "varit än")):
        with pytest.raises(RuleBroken, match=sentence):
            rules.check_information(day, "Ringde", happened, today)


def test_every_state_has_plain_words_and_what_is_told_has_happened() -> None:
    assert {*PLAIN} == {*rules.Status}
    assert {*TOLD} <= {*HAPPENED}
