"""A log's review: what is found, who may judge it, what is kept, and how it becomes the result."""

from datetime import timedelta

import pytest
from django.db import connection

from varvet.extracts.apart.calling import NotRead
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Fact, Referral
from varvet.registers.self_checks import actions, queries
from varvet.registers.self_checks.actions.remove_lists import remove_old
from varvet.registers.self_checks.actions.take_in_log import compute_review
from varvet.registers.self_checks.models import LogFinding, LogReview
from varvet.registers.self_checks.rules import Method, Status
from varvet.registers.self_checks.rules import log_review as rules
from varvet.registers.self_checks.rules.log_review import LogList, Outcome, ToAsk
from varvet.registers.self_checks.tests.factories import fresh, last_event
from varvet.registers.self_checks.tests.list_factories import content, here, make_list_round, upload
from varvet.registers.self_checks.tests.log_factories import NUMBERS, log_sent, make_review, with_second_reviewer

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")
JUSTIFIED = actions.Conclusion("Hade jouren.", Outcome.JUSTIFIED)


def code(review: LogReview, who: User, said: str = "") -> None:
    actions.say_own_code(round_=review.round, code=said, by=who, now=NOW)


def found(review: LogReview, staff: str, reasons: str) -> LogFinding:
    return LogFinding.objects.get(review=review, staff=staff, reasons=reasons)


def test_what_must_be_explained_is_found(cast: Cast) -> None:
    review = make_review(cast)
    rows = LogFinding.objects.filter(review=review).values_list("staff", "kind", "reasons", "times", "days")
    assert [row for row in rows if row[1] != "drawn"] == [
        ("anna", "opened", "own", 1, 1),
        ("anna", "opened", "protected,unassigned", 2, 2),
        ("bo", "opened", "unassigned", 1, 1),
        ("stranger", "opened", "unassigned", 1, 1),
        ("stranger", "unlike", "unlisted", 1, 0),
    ]
    [drawn] = LogFinding.objects.filter(review=review, kind="drawn")
    assert (drawn.staff,) == rules.draw(review.seed, ["cia", "bo", "anna"], 1).codes
    assert set(LogFinding.objects.values_list("reviewer", flat=True)) == {cast.alice.pk}
    assert last_event(review.round) == ("log_read", cast.alice.pk, 2)


def test_the_draw_can_be_made_again() -> None:
    """A stored vector: the same whatever runs it."""
    made = rules.draw("00" * 32, ["cia", "anna", "bo", "dan", "eva"], 2)
    assert made == rules.draw("00" * 32, ["eva", "dan", "bo", "anna", "cia", "cia"], 2)
    assert made.codes == ("anna", "dan")
    assert made.frame_hash == "53e8eb43211e7bef87e87cb887a86f80056cbaf5866f821dcaf1435079145447"


def test_no_number_is_kept(cast: Cast) -> None:
    review = make_review(cast)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - each table of the database itself
            held = repr(cursor.fetchall()).replace("-", "")
            assert not [number for number in NUMBERS if number.replace("-", "")[2:] in held], table
    for file in (file for file in review.folder.rglob("*") if file.is_file()):
        kept = bytes(byte for byte in file.read_bytes() if byte not in b"-+ \0")
        assert not [number for number in NUMBERS if number.replace("-", "")[2:].encode() in kept], file.name


def test_lists_that_are_left_out_are_taken_as_empty(cast: Cast) -> None:
    sent = log_sent(cast, LogList.STAFF, LogList.CASES, LogList.PROTECTED)
    review = make_review(cast, sent)
    reasons = set(LogFinding.objects.filter(review=review).values_list("reasons", flat=True))
    assert reasons == {"unassigned", "unlisted"}


@pytest.mark.parametrize("missing", [LogList.LOG, LogList.ASSIGNMENTS])
def test_the_log_and_the_assignments_are_needed(cast: Cast, missing: LogList) -> None:
    held = make_list_round(cast, Method.LOG_REVIEW)
    with pytest.raises(RuleBroken) as refused:
        actions.take_in_log(round_=held, sent=log_sent(cast, missing), version=held.version, by=cast.alice, now=NOW)
    assert refused.value.field == f"file_{missing}"


def test_a_wrong_list_is_told_where_it_was_sent(cast: Cast) -> None:
    held = make_list_round(cast, Method.LOG_REVIEW)
    sent = log_sent(cast)
    wrong = {**sent.uploads, LogList.STAFF: upload(content([("a", "b")], ("Användare", "Annat")))}
    given = actions.LogSent(sent.source, wrong, sent.columns, sent.reviewers)
    with pytest.raises(NotRead) as refused:
        actions.take_in_log(round_=held, sent=given, version=held.version, by=cast.alice, now=NOW)
    assert (refused.value.field, refused.value.headings) == ("file_staff", ("Användare", "Annat"))
    assert not LogReview.objects.exists()


def test_nobody_judges_before_they_have_said_their_code(cast: Cast) -> None:
    review = make_review(cast)
    for act in (actions.take_finding, actions.ask_person):
        with pytest.raises(RuleBroken, match="användarkod"):
            act(finding=found(review, "bo", "unassigned"), by=cast.alice, now=NOW)


def test_nobody_judges_their_own_use(cast: Cast) -> None:
    review = make_review(cast)
    code(review, cast.alice, "ANNA")
    own = found(review, "anna", "own")
    assert own.reviewer_id is None
    for act in (actions.take_finding, actions.ask_person):
        with pytest.raises(RuleBroken, match="egen användning"):
            act(finding=own, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken, match="egen användning"):
        actions.conclude_finding(finding=own, said=JUSTIFIED, by=cast.alice, now=NOW)
    code(review, cast.alice, "")  # what was said before still holds
    with pytest.raises(RuleBroken, match="egen användning"):
        actions.conclude_finding(finding=own, said=JUSTIFIED, by=cast.alice, now=NOW)
    assert AuditEvent.objects.filter(event="own_code_said").count() == 2


def test_a_reviewer_tells_whose_a_code_is(cast: Cast) -> None:
    rut = make_person("Rut", "reviewer", cast.a)
    review = make_review(cast)
    code(review, cast.alice)
    code(review, rut)
    row = actions.take_finding(finding=found(review, "bo", "unassigned"), by=rut, now=NOW)
    assert row.reviewer_id == rut.pk
    actions.say_whose_code(finding=row, user=rut, by=cast.alice, now=NOW)
    after = LogFinding.objects.get(pk=row.pk)
    assert after.reviewer_id is None
    with pytest.raises(RuleBroken, match="egen användning"):
        actions.take_finding(finding=after, by=rut, now=NOW)
    assert queries.person_of(cast.root, "BO") == rut


def test_findings_are_dealt_by_person(cast: Cast) -> None:
    review = make_review(cast, with_second_reviewer(cast))
    rows = LogFinding.objects.filter(review=review).values_list("staff", "reviewer")
    assert len({staff for staff, _ in rows}) == len(set(rows))
    assert len({reviewer for _, reviewer in rows}) == 2


def test_an_answer_is_encrypted_and_the_outcome_kept(cast: Cast) -> None:
    review = make_review(cast)
    code(review, cast.alice)
    row = actions.ask_person(finding=found(review, "bo", "unassigned"), by=cast.alice, now=NOW)
    assert row.asked_at == NOW
    done = actions.conclude_finding(finding=row, said=JUSTIFIED, by=cast.alice, now=NOW)
    assert (done.outcome, done.concluded_by, done.answer) == ("justified", cast.alice, "Hade jouren.")
    assert last_event(review.round)[0] == "log_concluded"
    with connection.cursor() as cursor:
        cursor.execute("SELECT answer FROM self_checks_logfinding WHERE id = %s", [done.pk])
        assert b"jouren" not in bytes(cursor.fetchone()[0])
    assert queries.read_finding(reader_of(cast.alice), LogFinding.objects.get(pk=done.pk)) == "Hade jouren."
    assert ReadEvent.objects.filter(record_id=review.round_id, part="log_finding").exists()


@pytest.mark.parametrize(("answer", "outcome"), [("", "justified"), ("Svar", "kanske"), ("x" * 5001, "mistake")])
def test_a_judgement_is_whole(cast: Cast, answer: str, outcome: str) -> None:
    review = make_review(cast)
    code(review, cast.alice)
    said = actions.Conclusion(answer, outcome)
    with pytest.raises(RuleBroken):
        actions.conclude_finding(finding=found(review, "bo", "unassigned"), said=said, by=cast.alice, now=NOW)


def test_what_must_be_investigated_is_asked_once_for_each_member_of_staff(cast: Cast) -> None:
    review = make_review(cast)
    code(review, cast.alice)
    said = actions.Conclusion("Inget skäl.", Outcome.INVESTIGATE, (ToAsk.PRIVACY_INCIDENT, ToAsk.DEVIATION))
    for reasons in ("own", "protected,unassigned"):
        actions.conclude_finding(finding=found(review, "anna", reasons), said=said, by=cast.alice, now=NOW)
    asked = Referral.objects.filter(origin_id=review.round_id).values_list("to_kind", "topic")
    assert sorted(asked) == [("deviations", "deviation"), ("privacy_incidents", "")]
    actions.conclude_finding(finding=found(review, "bo", "unassigned"), said=said, by=cast.alice, now=NOW)
    assert asked.all().count() == 4


def test_closing_needs_every_finding_judged_and_counts_them(cast: Cast) -> None:
    review = make_review(cast)
    code(review, cast.alice)
    version = fresh(review.round_id).version
    with pytest.raises(RuleBroken, match="6 fynd är inte bedömda"):
        actions.close_log(round_=review.round, analysis="", version=version, by=cast.alice, now=NOW)
    for number, row in enumerate(LogFinding.objects.filter(review=review)):
        said = JUSTIFIED if number else actions.Conclusion("Fel ärende.", Outcome.MISTAKE)
        actions.conclude_finding(finding=row, said=said, by=cast.alice, now=NOW)
    version = fresh(review.round_id).version
    done = actions.close_log(round_=review.round, analysis="Bra.", version=version, by=cast.alice, now=NOW)
    assert (done.status, done.sample, done.fulfilled) == (Status.PERFORMED, 6, 5)
    facts = Fact.objects.filter(record_id=done.pk, happening="log_finding").values_list("outcome", "count", "kind")
    assert sorted(facts) == [("justified", 5, "log_review"), ("mistake", 1, "log_review")]
    with pytest.raises(RuleBroken):
        actions.conclude_finding(finding=row, said=JUSTIFIED, by=cast.alice, now=NOW)


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    review, by = make_review(cast), getattr(cast, who)
    row, held = found(review, "bo", "unassigned"), fresh(review.round_id)
    with pytest.raises(NotAllowed):
        actions.take_in_log(round_=held, sent=log_sent(cast), version=held.version, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.conclude_finding(finding=row, said=JUSTIFIED, by=by, now=NOW)
    with pytest.raises(NotAllowed):
        actions.close_log(round_=held, analysis="", version=held.version, by=by, now=NOW)
    assert not queries.find_findings(reader_of(by)).exists()


def test_a_log_is_replaced_until_something_is_judged(cast: Cast) -> None:
    review = make_review(cast)
    held, before = fresh(review.round_id), review.folder
    again = actions.take_in_log(round_=held, sent=log_sent(cast), version=held.version, by=cast.alice, now=NOW)
    assert not before.exists()
    assert again.folder.exists()
    compute_review(again, now=NOW)
    code(again, cast.alice)
    actions.conclude_finding(finding=found(again, "bo", "unassigned"), said=JUSTIFIED, by=cast.alice, now=NOW)
    held = fresh(held.pk)
    with pytest.raises(RuleBroken):
        actions.take_in_log(round_=held, sent=log_sent(cast), version=held.version, by=cast.alice, now=NOW)
    assert again.folder.exists()


def test_the_lists_go_and_the_findings_stay(cast: Cast) -> None:
    review = make_review(cast)
    assert remove_old(now=NOW + timedelta(days=100)) == 1
    assert not review.folder.exists()
    assert LogFinding.objects.filter(review=review).count() == 6
