"""A sheet beside the registers: what each brings, what none may, what begins from it, and what its page says."""

import re
from dataclasses import replace
from datetime import timedelta

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.figures import Counted, Wanted, count
from varvet.kernel.records.models import Confidentiality, Link, LinkKind, Record
from varvet.registers.deviations.rules import Nature
from varvet.registers.deviations.tests import factories as deviations
from varvet.registers.feedback.rules import Sort
from varvet.registers.feedback.tests import factories as feedback
from varvet.registers.improvements.tests import factories as improvements
from varvet.registers.inspections.tests import factories as inspections
from varvet.registers.lex_sarah.tests import factories as lex_sarah
from varvet.registers.meetings import actions, queries
from varvet.registers.meetings.actions import Held
from varvet.registers.meetings.models import Meeting
from varvet.registers.meetings.rules import Outcome
from varvet.registers.meetings.tests.factories import LATER, answered, change, facts_of, opened, planned
from varvet.registers.meetings.views.shown_line import called
from varvet.registers.privacy_incidents.tests import factories as privacy_incidents
from varvet.registers.risks.tests import factories as risks
from varvet.registers.self_checks.tests import factories as self_checks

SECRETS = (deviations.SECRET, feedback.SECRET, feedback.SENDER, lex_sarah.SECRET, privacy_incidents.SECRET)
LAST_WEEK = NOW + timedelta(days=13)


def on(sheet: Meeting) -> list[tuple[str, str, str, int]]:
    """Section, register, what it is called, and how many."""
    lines = queries.list_lines(sheet, TODAY)
    return [(one.line.section, one.line.kind, called(one.line), one.count) for one in lines]


def text(cast: Cast, address: str, person: str = "alice") -> str:
    return as_(getattr(cast, person)).get(address).content.decode()


def test_each_register_brings_what_is_coded(cast: Cast) -> None:
    for _ in range(2):
        deviations.assessed(cast)
    deviations.reported(cast)
    deviations.assessed(cast, nature=Nature.GOOD_EXAMPLE, risk=None)
    desk = feedback.make_desk(cast)
    feedback.make_captured(desk)
    feedback.make_captured(desk, Sort.PRAISE)
    lex_sarah.make_reported(lex_sarah.make_stage(cast))
    improvements.make(cast)
    self_checks.make_performed(cast)
    sheet = planned(cast)
    assert on(sheet) == [
        ("happened", "deviations", "Fördröjning", 2),
        ("happened", "deviations", "Ny avvikelse", 1),
        ("happened", "deviations", "Fördröjning", 1),
        ("happened", "lex_sarah", "Rapport enligt lex Sarah", 1),
        ("happened", "feedback", "Klagomål: Väntetid", 1),
        ("happened", "feedback", "Beröm: Väntetid", 1),
        ("actions", "improvements", "Ny rutin för inkorgen", 1),
        ("results", "self_checks", self_checks.question(cast.root).label_sv, 1),
    ]
    page = text(cast, f"/apt/{sheet.reference}/") + text(cast, f"/apt/{sheet.reference}/papper/", "bo")
    assert not [secret for secret in SECRETS if secret in page]
    inside = re.sub(r"(?s)<header.*?</header>", "", page)
    assert not re.search(r"\b(Alice|Bo|Cecilia|Dag)\b", inside)


def test_a_privacy_incident_is_on_it_until_it_was_none(cast: Cast) -> None:
    desk = privacy_incidents.make_desk(cast)
    privacy_incidents.make_received(desk)
    privacy_incidents.make_excluding(desk)
    privacy_incidents.make_dismissed(desk)
    assert on(planned(cast)) == [("happened", "privacy_incidents", "Personuppgiftsincident", 1)]


def test_what_is_due_comes_by_the_next_meeting(cast: Cast) -> None:
    risk = risks.assessed(cast)
    type(risk).objects.filter(pk=risk.pk).update(review_on=TODAY + timedelta(days=20))
    inspections.received(cast)
    lines = queries.list_lines(planned(cast), TODAY)
    assert {(one.line.kind, one.line.section) for one in lines} == {("risks", "ahead"), ("inspections", "ahead")}
    assert all(one.line.due_on is not None for one in lines)


def test_what_shuts_somebody_out_is_never_on_it(cast: Cast) -> None:
    desk = feedback.make_desk(cast)
    shut = [
        feedback.make_captured(desk, confidentiality=Confidentiality.MANAGER_EXCLUDED),
        lex_sarah.make_reported(lex_sarah.make_stage(cast)),
    ]
    Record.objects.filter(pk__in=[one.pk for one in shut]).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    followed = improvements.make(cast)
    Link.objects.create(source=followed.record, target_id=shut[0].pk, kind=LinkKind.FOLLOWS)
    sheet = planned(cast)
    assert on(sheet) == []
    page = text(cast, f"/apt/{sheet.reference}/")
    assert "Ingen har rapporterat något på ett år. Varför?" in page
    assert not [one.reference for one in (*shut, followed) if one.reference in page]
    assert actions.make_all(now=LAST_WEEK) == 0


def test_another_units_reports_are_not_on_it(cast: Cast) -> None:
    deviations.reported(cast, unit=cast.b, by=cast.cecilia)
    assert on(planned(cast)) == []


def test_a_deviation_shows_the_meeting_and_what_is_done_about_it(cast: Cast) -> None:
    deviation = deviations.assessed(cast)
    measure = improvements.make(cast)
    Link.objects.create(source=measure.record, target=deviation.record, kind=LinkKind.FOLLOWS)
    sheet = opened(cast)
    [line] = [one for one in sheet.lines.all() if one.kind == "deviations"]
    answered(sheet, line, cast)
    actions.hold(change(sheet, cast.alice), Held(TODAY, 9))
    assert sheet.reference in text(cast, f"/avvikelser/{deviation.reference}/")
    page = text(cast, f"/apt/{sheet.reference}/")
    assert deviation.reference in page
    assert "Ny rutin för inkorgen" in page


def test_the_share_that_was_raised_is_a_figure_of_the_unit(cast: Cast) -> None:
    deviations.assessed(cast)
    deviations.reported(cast)
    lex_sarah.make_reported(lex_sarah.make_stage(cast))
    sheet = opened(cast)
    [assessed] = [one for one in sheet.lines.all() if one.category is not None]
    answered(sheet, assessed, cast)
    sheet = actions.hold(change(sheet, cast.alice), Held(TODAY, 9))
    assert facts_of(sheet)[0] == ("held", 1, 0, 1)
    wanted = Wanted("meetings.raised_share", cast.a, TODAY.replace(day=1), TODAY)
    assert count(wanted) == Counted(1 / 3, 1, 3)
    assert count(replace(wanted, unit=cast.b)).value is None


def test_an_improvement_begins_from_a_line_and_is_seen_there(cast: Cast) -> None:
    deviations.assessed(cast)
    sheet = opened(cast)
    [line] = sheet.lines.all()
    page = text(cast, f"/apt/{sheet.reference}/")
    [start] = re.findall(r'href="(/atgarder/[^"]*del=line-\d+)"', page.replace("&amp;", "&"))
    form = as_(cast.alice).get(start, follow=True).content.decode()
    assert sheet.reference in form
    made = improvements.make(cast)
    Link.objects.create(source=made.record, target=sheet.record, kind=LinkKind.FOLLOWS, part=line.part)
    assert made.what in text(cast, f"/apt/{sheet.reference}/")


def test_near_the_end_of_the_month_a_sheet_makes_itself_where_something_came_in(cast: Cast) -> None:
    planned(cast, unit=cast.b, by=cast.cecilia)
    assert actions.make_all(now=LAST_WEEK) == 0
    deviations.reported(cast)
    assert actions.make_all(now=LAST_WEEK - timedelta(days=10)) == 0
    assert (actions.make_all(now=LAST_WEEK), actions.make_all(now=LAST_WEEK)) == (1, 0)
    sheet = Meeting.objects.get(place=cast.a)
    assert (sheet.opened_by, sheet.responsible, sheet.status) == (None, None, "planned")


def test_a_report_of_the_same_day_is_on_one_sheet_alone(cast: Cast) -> None:
    first = deviations.reported(cast)
    sheet = opened(cast)
    answered(sheet, sheet.lines.get(), cast)
    actions.hold(change(sheet, cast.alice), Held(TODAY, 9))
    second = deviations.reported(cast, now=LATER)
    after = planned(cast, month=TODAY.replace(month=4, day=1))
    [line] = queries.list_lines(after, TODAY)
    assert [one.reference for one in line.records] == [second.reference]
    assert first.reference != second.reference
    assert line.line.outcome != Outcome.RAISED
