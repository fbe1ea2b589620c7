"""What each role meets when the day begins: what is theirs to do and read, and no trace of anything else."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import LONG_AGO, Cast
from varvet.kernel.audit import trail
from varvet.kernel.records.models import Confidentiality, Referral
from varvet.kernel.records.once import new_key
from varvet.kernel.records.referrals import refer
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests import factories
from varvet.registers.feedback.tests.factories import make_captured, make_desk

NO_CASES = re.compile(r"(AVV|LXS|SYN|PUI|EGK|ATG)-\d{4}")


def start_of(user: User) -> str:
    return text_of(as_(user).get("/"))


def reported(cast: Cast, *, days_ago: int = 1, by: User | None = None, **changes: object) -> Deviation:
    now = timezone.now() - timedelta(days=days_ago)
    content = replace(factories.content(cast), **changes)  # type: ignore[arg-type]  # fields of the report
    record = actions.report(content=content, key=new_key(), by=by or cast.bo, now=now)
    return Deviation.objects.get(pk=record.pk)


def test_who_only_reports_is_asked_and_told_how_it_goes(cast: Cast) -> None:
    page = start_of(cast.bo)
    assert "Har något hänt som du vill berätta?" in page
    assert 'href="/rapportera/"' in page
    assert 'href="/vad-ar-det/"' in page
    assert 'inom <b class="num">3 arbetsdagar</b>' in page
    assert "Att göra" not in page


def test_who_has_reported_sees_how_far_it_has_come(cast: Cast) -> None:
    deviation = reported(cast)
    page = start_of(cast.bo)
    assert deviation.reference in page
    assert "Mottagen" in page
    assert "Så går det till" not in page
    assert factories.SECRET not in page


def test_news_of_a_report_stands_out_until_it_is_read(cast: Cast) -> None:
    deviation = reported(cast)
    as_(cast.bo).get(f"/mina-rapporter/{deviation.reference}/")
    assert ">Nytt<" not in panel_of(start_of(cast.bo), "Mina rapporter")
    about = factories.assessment(cast)
    current = Deviation.objects.get(pk=deviation.pk)
    actions.assess(deviation=current, assessment=about, version=current.version, by=cast.alice, now=timezone.now())
    assert ">Nytt<" in panel_of(start_of(cast.bo), "Mina rapporter")


def panel_of(page: str, title: str) -> str:
    found = re.search(rf'<section class="panel"[^>]*><div class="sec-h"><h2[^>]*>{title}.*?</section>', page, re.DOTALL)
    assert found, page
    return found.group()


def test_a_manager_meets_the_queue_of_the_unit_and_nothing_of_others(cast: Cast) -> None:
    mine, other = reported(cast), reported(cast, by=cast.cecilia, unit=cast.b)
    page = start_of(cast.alice)
    assert mine.reference in page
    assert "Bedöm en ny avvikelse" in page
    assert other.reference not in page
    assert cast.b.name not in page
    assert factories.SECRET not in page


def test_the_very_worried_come_first_of_a_day(cast: Cast) -> None:
    calm, worried = reported(cast, worry=1), reported(cast, worry=4)
    page = start_of(cast.alice)
    assert page.index(worried.reference) < page.index(calm.reference)
    assert "rapportören är mycket orolig" in page


def test_a_coordinator_meets_the_queue_of_all_units_and_what_has_no_answer(cast: Cast) -> None:
    mine, other = reported(cast), reported(cast, by=cast.cecilia, unit=cast.b)
    refer(mine, "lex_sarah", by=cast.alice)
    Referral.objects.update(asked_at=timezone.now() - timedelta(days=4))
    page = start_of(cast.eva)
    assert mine.reference in page
    assert other.reference in page
    told = panel_of(page, "Väntar på andra")
    assert '<b class="num">1</b> fråga till ett annat register saknar svar.' in told
    assert '<b class="num">4</b> dygn' in told


def test_a_question_of_another_unit_is_not_counted(cast: Cast) -> None:
    refer(reported(cast), "lex_sarah", by=cast.alice)
    assert "Väntar på andra" in start_of(cast.alice)
    assert "Väntar på andra" not in start_of(cast.cecilia)
    assert "Väntar på andra" not in start_of(cast.bo)
    assert "Väntar på andra" not in start_of(cast.stranger)


def test_the_time_it_takes_to_report_is_told_when_it_hides_every_person(cast: Cast) -> None:
    for seconds in range(50, 59):
        reported(cast, seconds=seconds)
    assert "Tid att rapportera" not in start_of(cast.eva)
    reported(cast, seconds=200)
    assert '<b class="num">10</b> rapporter tog högst' in panel_of(start_of(cast.eva), "Tid att rapportera")
    assert "Tid att rapportera" not in start_of(cast.alice)


def test_the_board_meets_no_case(cast: Cast) -> None:
    reported(cast)
    refer(reported(cast), "lex_sarah", by=cast.alice)
    page = start_of(cast.gun)
    assert "Här läser du hur det går." in page
    assert not NO_CASES.search(page)
    assert "Rapportera" not in page
    assert "Väntar på andra" not in page


def test_the_board_meets_the_last_whole_year_in_sentences(cast: Cast) -> None:
    reported(cast, days_ago=366)
    page = start_of(cast.gun)
    year = timezone.localdate().year - 1
    assert f'href="/kvalitetsberattelse/{year}/"' in page
    assert re.search(r'<a class="fg" href="/siffror/[^"]+">1</a> avvikelse kom in', panel_of(page, f"Året {year}"))
    assert f'href="/kvalitetsberattelse/{year + 1}/"' not in page


def test_the_year_that_is_not_over_is_not_told_to_the_board(cast: Cast) -> None:
    reported(cast, days_ago=0)
    assert "kom in" not in start_of(cast.gun)


def test_the_administrator_meets_the_operations_and_no_content(cast: Cast) -> None:
    deviation = reported(cast)
    page = start_of(cast.hugo)
    assert "Så här mår systemet." in page
    assert "Spåret är inte kontrollerat än." in page
    assert deviation.reference not in page
    trail.write_verified(faults=0)
    assert "Spåret kontrollerades i dag och är helt." in start_of(cast.hugo)
    trail.write_verified(faults=2)
    assert '<b class="num">2</b> fel hittades' in start_of(cast.hugo)


def test_others_meet_nothing_of_the_operations(cast: Cast) -> None:
    assert not [user for user in (cast.bo, cast.alice, cast.eva, cast.gun) if "Driften" in start_of(user)]


def test_several_roles_are_met_together(cast: Cast) -> None:
    reported(cast, days_ago=366)
    Assignment.objects.create(user=cast.gun, unit=cast.a, role="unit_manager", first_day=LONG_AGO)
    page = start_of(cast.gun)
    assert "Bedöm en ny avvikelse" in page
    assert "Berättelser att läsa" in page
    assert page.count("<h1") == 1


def test_a_manager_who_is_shut_out_meets_no_trace(cast: Cast) -> None:
    about = make_captured(make_desk(cast), confidentiality=Confidentiality.MANAGER_EXCLUDED)
    assert about.reference not in start_of(cast.alice)
    assert "Inget väntar på dig" in start_of(cast.alice)
    assert about.reference in start_of(cast.eva)


def test_without_a_role_it_says_what_to_do(cast: Cast) -> None:
    Assignment.objects.filter(user=cast.bo).delete()
    page = start_of(cast.bo)
    assert "Du har ingen roll än" in page
    assert 'href="/rapportera/"' not in page


# A reader of all registers asks each of them once, once for all that seldom waits, and once for deputies. Who only
# reports, reads or administers asks few. Nobody asks the same thing twice.
@pytest.mark.parametrize(
    ("name", "may_cost"), [("bo", 15), ("gun", 15), ("hugo", 13), ("alice", 24), ("dag", 22), ("eva", 27)]
)
def test_it_costs_few_questions_to_the_database(cast: Cast, name: str, may_cost: int) -> None:
    for number in range(3):
        reported(cast, days_ago=366 * number)
    client = as_(getattr(cast, name))
    client.get("/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/")
    questions = [query["sql"] for query in asked.captured_queries]
    assert len(asked) <= may_cost, "\n".join(question[:160] for question in questions)
    assert len(set(questions)) == len(questions)


def test_more_to_do_costs_no_more(cast: Cast) -> None:
    reported(cast)
    client = as_(cast.eva)
    client.get("/")
    with CaptureQueriesContext(connection) as few:
        client.get("/")
    for _ in range(5):
        reported(cast)
    with CaptureQueriesContext(connection) as many:
        client.get("/")
    assert len(many) == len(few)
