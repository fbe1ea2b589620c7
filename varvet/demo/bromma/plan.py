"""Bromma: what its demo consists of."""

from varvet.demo.bromma import deviations
from varvet.demo.bromma.expected import list_expected
from varvet.demo.bromma.organisation import LISTS, ORGANISATION, PEOPLE
from varvet.demo.plan import Chapter, DemoPlan
from varvet.demo.published import Published
from varvet.demo.site import Choice


def _choices(published: Published) -> tuple[Choice, ...]:
    return (
        Choice("quality_year_first_month", 1),
        Choice("quality_areas", published.facts["quality_areas"]),
        Choice("focus_areas", published.facts["focus_areas"]),
        Choice("organisation_name", "Bromma stadsdelsförvaltning"),
        Choice("owner_name", "Stockholms stad"),
        Choice("department_name", "Avdelning socialtjänst och fritid"),
        Choice("addressee", "Bromma stadsdelsnämnd"),
    )


BROMMA = DemoPlan(
    name="bromma-2023",
    organisation=ORGANISATION,
    people=PEOPLE,
    lists=LISTS,
    choices=_choices,
    chapters=(
        Chapter("deviations", deviations.write),
        Chapter("series break", deviations.mark_series_break),
        Chapter("deviations that wait", deviations.write_waiting),
    ),
    expected=list_expected,
    writer="Eva Sand",
)
