"""Alingsås: what its demo consists of."""

from varvet.demo import words_of_report
from varvet.demo.alingsas import privacy_incidents, records
from varvet.demo.alingsas.expected import list_expected
from varvet.demo.alingsas.organisation import LISTS, ORGANISATION, PEOPLE
from varvet.demo.plan import Chapter, DemoPlan
from varvet.demo.published import Published
from varvet.demo.site import Choice


def _choices(_: Published) -> tuple[Choice, ...]:
    return (
        Choice("quality_year_first_month", 1),
        Choice("organisation_name", "Socialförvaltningen"),
        Choice("owner_name", "Alingsås kommun"),
        Choice("addressee", "Socialnämnden"),
    )


ALINGSAS = DemoPlan(
    name="alingsas-2024",
    organisation=ORGANISATION,
    people=PEOPLE,
    lists=LISTS,
    choices=_choices,
    chapters=(
        Chapter("deviations", records.write_deviations),
        Chapter("lex Sarah", records.write_lex_sarah),
        Chapter("feedback", records.write_feedback),
        Chapter("privacy incidents", privacy_incidents.write),
        Chapter("words of the report", words_of_report.write),
    ),
    expected=list_expected,
    writer="Petra Alm",
)
