"""What belongs to handling in any state: confirmation, immediate measures, information, the number and secrecy."""

from datetime import timedelta

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Confidentiality, Record
from varvet.registers.lex_sarah import actions, queries
from varvet.registers.lex_sarah.models import CaseReference, LexSarah, Narrative, Part
from varvet.registers.lex_sarah.rules import Channel
from varvet.registers.lex_sarah.tests.factories import Stage, events, happenings, make_opened, make_reported

TOLD = actions.Information(TODAY, "Enhetschefen ringde.")
EXCLUDED, NORMAL = Confidentiality.MANAGER_EXCLUDED, Confidentiality.NORMAL


def by_phone(stage: Stage) -> LexSarah:
    return make_reported(stage, channel=Channel.PHONE, told_by="En anhörig")


def confirm(case: LexSarah, by: User) -> LexSarah:
    return actions.confirm(case=case, version=case.version, by=by, now=NOW)


def inform(case: LexSarah, by: User, said: actions.Information = TOLD) -> LexSarah:
    return actions.inform(case=case, information=said, version=case.version, by=by, now=NOW)


def number(case: LexSarah, by: User, text: str = "VIVA 2026-0417") -> LexSarah:
    return actions.set_case_reference(case=case, number=text, version=case.version, by=by, now=NOW)


def secrecy(case: LexSarah, by: User, to: Confidentiality = EXCLUDED, reason: str = "Gäller chefen.") -> LexSarah:
    return actions.set_secrecy(case=case, to=(to, reason), version=case.version, by=by, now=NOW)


def make_safe(case: LexSarah, by: User, text: str = "Låset är bytt.") -> LexSarah:
    return actions.make_safe(case=case, text=text, version=case.version, by=by, now=NOW)


def test_the_receipt_confirms_a_report_of_ones_own_and_others_are_confirmed_once(stage: Stage) -> None:
    assert make_reported(stage).confirmed_on == TODAY
    case = by_phone(stage)
    assert case.confirmed_on is None
    case = confirm(case, stage.cast.dag)
    assert case.confirmed_on == TODAY
    assert events(case) == ["received", "confirmed"]
    with pytest.raises(RuleBroken, match="redan fått"):
        confirm(case, stage.cast.dag)


def test_the_affected_person_is_informed_or_there_is_a_reason(stage: Stage) -> None:
    case = inform(make_reported(stage), stage.cast.dag, actions.Information(None, "Personen är avliden."))
    assert (case.informed_on, case.not_informed) == (None, True)
    assert Narrative.objects.get(case=case, part=Part.NOT_TOLD).text == "Personen är avliden."
    case = inform(case, stage.cast.dag)
    assert (case.informed_on, case.not_informed) == (TODAY, False)
    assert events(case) == ["received", "not_informed", "informed"]
    assert happenings(case) == [("received", TODAY)]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (actions.Information(TODAY, " "), "hur den berörda fick veta"),
        (actions.Information(None, ""), "varför den berörda inte"),
        (actions.Information(TODAY + timedelta(days=1), "Brev"), "inte varit än"),
        (actions.Information(TODAY - timedelta(days=4), "Brev"), "före händelsen"),
    ],
)
def test_information_has_words_and_a_day_that_can_be(stage: Stage, said: actions.Information, sentence: str) -> None:
    case = make_reported(stage, occurred_day=TODAY - timedelta(days=3))
    with pytest.raises(RuleBroken, match=sentence):
        inform(case, stage.cast.dag, said)


def test_immediate_measures_are_written_in_words(stage: Stage) -> None:
    case = make_safe(make_opened(stage), stage.cast.dag)
    assert Narrative.objects.get(case=case, part=Part.MADE_SAFE).text == "Låset är bytt."
    assert events(case)[-1] == "made_safe"
    with pytest.raises(RuleBroken, match="vad som är gjort"):
        make_safe(case, stage.cast.dag, " ")


def test_the_number_is_encrypted_read_by_permission_and_each_reading_noted(stage: Stage) -> None:
    case = number(make_reported(stage), stage.cast.dag)
    assert queries.read_case_reference(reader_of(stage.cast.dag), case) == "VIVA 2026-0417"
    noted = ReadEvent.objects.get(part="case_reference")
    assert (noted.actor_id, noted.record_id) == (stage.cast.dag.pk, case.pk)
    for without in (stage.cast.eva, stage.cast.alice, stage.disa, stage.cast.bo):
        assert queries.read_case_reference(reader_of(without), case) == ""
    assert ReadEvent.objects.filter(part="case_reference").count() == 1
    assert "VIVA" not in str(list(AuditEvent.objects.values_list("data", flat=True)))
    assert not CaseReference.objects.filter(pk=number(case, stage.cast.dag, " ").pk).exists()


def test_the_number_needs_its_own_permission_and_is_short(stage: Stage) -> None:
    case = make_reported(stage)
    for by in (stage.cast.eva, stage.cast.alice, stage.cast.stranger):
        with pytest.raises(NotAllowed):
            number(case, by)
    with pytest.raises(RuleBroken, match="högst 60"):
        number(case, stage.cast.dag, "9" * 61)


def test_a_manager_shut_out_later_sees_nothing_any_more(stage: Stage) -> None:
    case = make_reported(stage)
    assert queries.visible_to(reader_of(stage.cast.alice)).filter(pk=case.pk).exists()
    case = secrecy(case, stage.cast.dag)
    assert not queries.visible_to(reader_of(stage.cast.alice)).filter(pk=case.pk).exists()
    assert Narrative.objects.get(case=case, part=Part.SECRECY).text == "Gäller chefen."
    assert AuditEvent.objects.get(event="secrecy_changed").data == {"confidentiality": "manager_excluded"}
    case = secrecy(case, stage.cast.eva, NORMAL, "Det gällde en annan chef.")
    assert queries.visible_to(reader_of(stage.cast.alice)).filter(pk=case.pk).exists()


def test_a_manager_who_reported_it_is_shut_out_too_and_let_in_again(stage: Stage) -> None:
    case = make_reported(stage)
    Record.objects.filter(pk=case.pk).update(opened_by=stage.cast.alice)
    case = secrecy(LexSarah.objects.get(pk=case.pk), stage.cast.dag)
    assert case.reporter_shut_out
    for seen in (queries.visible_to, queries.reported_by):
        assert not seen(reader_of(stage.cast.alice)).exists()
    case = secrecy(case, stage.cast.dag, NORMAL, "Det gällde en annan chef.")
    assert queries.reported_by(reader_of(stage.cast.alice)).filter(pk=case.pk).exists()


def test_a_reporter_who_is_not_the_manager_follows_on(stage: Stage) -> None:
    case = secrecy(make_reported(stage), stage.cast.dag)
    assert not case.reporter_shut_out
    assert queries.reported_by(reader_of(stage.cast.bo)).filter(pk=case.pk).exists()


def test_secrecy_is_changed_with_a_reason_and_the_joined_follow(stage: Stage) -> None:
    lead, report = make_reported(stage), make_reported(stage)
    report = actions.join(case=report, lead=lead, version=report.version, by=stage.cast.dag, now=NOW)
    lead.refresh_from_db()
    with pytest.raises(RuleBroken, match="varför sekretessen"):
        secrecy(lead, stage.cast.dag, reason=" ")
    secrecy(lead, stage.cast.dag)
    report.refresh_from_db()
    assert report.confidentiality == EXCLUDED
    assert queries.visible_to(reader_of(stage.cast.alice)).count() == 0


ACTS = [confirm, inform, make_safe, number, secrecy]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("who", ["stranger", "bo", "alice", "hugo"])
def test_only_those_who_investigate(stage: Stage, act: object, who: str) -> None:
    case = by_phone(stage)
    with pytest.raises(NotAllowed):
        act(case, getattr(stage.cast, who))  # type: ignore[operator]  # each of the actions above
    assert events(case) == ["received"]


@pytest.mark.facts_differ
@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_noted_in_a_case_that_has_ended(stage: Stage, act: object) -> None:
    case = by_phone(stage)
    LexSarah.objects.filter(pk=case.pk).update(status="not_opened")
    with pytest.raises(RuleBroken, match="handlägga det"):
        act(case, stage.cast.dag)  # type: ignore[operator]  # each of the actions above


@pytest.mark.parametrize("act", ACTS)
def test_a_version_that_is_not_the_latest_writes_nothing(stage: Stage, act: object) -> None:
    case = by_phone(stage)
    case.version = 0
    with pytest.raises(StaleVersion):
        act(case, stage.cast.dag)  # type: ignore[operator]  # each of the actions above
    assert events(case) == ["received"]
