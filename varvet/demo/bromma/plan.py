"""Bromma: what its demo consists of."""

from varvet.demo import lex_sarah as cases
from varvet.demo import privacy_incidents, words_of_report
from varvet.demo.bromma import (
    activities,
    analyses,
    deviations,
    drawn_payments,
    feedback,
    feedback_stories,
    improvement_stories,
    improvements,
    inspections,
    involvement_stories,
    kept_lists,
    lex_sarah,
    lex_sarah_by_link,
    lex_sarah_stories,
    lists,
    meetings,
    payment_errors,
    privacy_stories,
    provider_stories,
    reviews,
    risks,
    samples,
    self_checks,
    this_year,
    year_plan,
)
from varvet.demo.bromma.expected import list_expected
from varvet.demo.bromma.organisation import DEVIATION_TYPES, ORGANISATION, PEOPLE
from varvet.demo.bromma.questions import QUESTIONS
from varvet.demo.plan import Chapter, DemoPlan
from varvet.demo.published import Published
from varvet.demo.site import Choice, ListPlan


def _choices(published: Published) -> tuple[Choice, ...]:
    return (
        Choice("quality_year_first_month", 1),
        Choice("report_template", "bromma"),
        Choice("quality_areas", published.facts["quality_areas"]),
        Choice("focus_areas", published.facts["focus_areas"]),
        Choice("organisation_name", "Bromma stadsdelsförvaltning"),
        Choice("owner_name", "Stockholms stad"),
        Choice("department_name", "Avdelning socialtjänst och fritid"),
        Choice("addressee", "Bromma stadsdelsnämnd"),
        payment_errors.choice_of(published),
    )


BROMMA = DemoPlan(
    name="bromma-2023",
    organisation=ORGANISATION,
    people=PEOPLE,
    lists=(
        DEVIATION_TYPES,
        ListPlan(cases.LIST, "Typ av händelse", cases.TYPES),
        feedback.TYPES,
        QUESTIONS,
        privacy_incidents.LIST,
    ),
    choices=_choices,
    chapters=(
        Chapter("deviations", deviations.write),
        Chapter("series break", deviations.mark_series_break),
        Chapter("lex Sarah", lex_sarah.write),
        Chapter("complaints and praise", feedback.write),
        Chapter("self-checks", self_checks.write),
        Chapter("improvements", improvements.write),
        Chapter("deviations since then", this_year.write),
        Chapter("cases told whole", this_year.write_stories),
        Chapter("lex Sarah told whole", lex_sarah_stories.write),
        Chapter("lex Sarah by a link", lex_sarah_by_link.write),
        Chapter("privacy incidents told whole", privacy_stories.write),
        Chapter("lex Sarah in private provision", provider_stories.write),
        Chapter("complaints and praise told whole", feedback_stories.write),
        Chapter("improvements told whole", improvement_stories.write),
        Chapter("how users took part", involvement_stories.write),
        Chapter("wrong payments", payment_errors.write),
        Chapter("inspections", inspections.write),
        Chapter("self-checks case by case", reviews.write),
        Chapter("a case list and an access log", lists.write),
        Chapter("a list that was read in by command", kept_lists.write),
        Chapter("samples that were drawn", samples.write),
        Chapter("payments drawn day by day", drawn_payments.write),
        Chapter("deviations that wait", deviations.write_waiting),
        Chapter("this year's plan of self-checks", year_plan.write),
        Chapter("risks", risks.write),
        Chapter("the year's wheel", activities.write),
        Chapter("analysis meetings", analyses.write),
        Chapter("staff meetings", meetings.write),
        Chapter("words of the report", words_of_report.write),
    ),
    expected=list_expected,
    writer="Eva Sand",
)
