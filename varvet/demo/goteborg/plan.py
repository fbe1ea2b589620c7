"""Göteborg Centrum: what its demo consists of."""

from varvet.demo import words_of_report
from varvet.demo.goteborg import checks, inspections, involvement_stories, records
from varvet.demo.goteborg.expected import list_expected
from varvet.demo.goteborg.organisation import LISTS, ORGANISATION, PEOPLE
from varvet.demo.plan import Chapter, DemoPlan
from varvet.demo.published import Published, read
from varvet.demo.site import Choice


def _choices(_: Published) -> tuple[Choice, ...]:
    """The quality areas are printed in the report of 2022 only, without letters: they are numbered here."""
    areas = read("goteborg-centrum-2022").facts["quality_areas"]
    return (
        Choice("quality_year_first_month", 9),
        Choice("report_template", "goteborg-centrum"),
        Choice("quality_areas", {str(number): area for number, area in enumerate(areas, start=1)}),
        Choice("organisation_name", "Socialförvaltningen Centrum"),
        Choice("owner_name", "Göteborgs Stad"),
        Choice("addressee", "Socialnämnden Centrum"),
    )


GOTEBORG_CENTRUM = DemoPlan(
    name="goteborg-centrum-2024",
    organisation=ORGANISATION,
    people=PEOPLE,
    lists=(*LISTS, inspections.LIST),
    choices=_choices,
    chapters=(
        Chapter("deviations", records.write_deviations),
        Chapter("lex Sarah", records.write_lex_sarah),
        Chapter("feedback", records.write_feedback),
        Chapter("self-checks", checks.write_self_checks),
        Chapter("improvements", checks.write_improvements),
        Chapter("how users took part", involvement_stories.write),
        Chapter("inspections", inspections.write),
        Chapter("words of the report", words_of_report.write),
    ),
    expected=list_expected,
    writer="Ivar Strand",
)
