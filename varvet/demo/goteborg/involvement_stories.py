"""How users in Göteborg have taken part: what the report of 2024 tells of, and what came after.

Nobody in it exists. The report says what was done and what it changed, never how many took part: those numbers are
made up.
"""

from datetime import datetime

from varvet.demo.involvement import Said, ended, held, people_of, planned
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.law.days import STOCKHOLM
from varvet.registers.involvement.rules import People, Result, Sort, Telling

COORDINATOR, DEPARTMENT = "Ivar Strand", "stadsovergripande-verksamheter"


def write(site: Site, _: Published) -> int:
    for story in (website, integration_year, relapse_group, feedback_in_talks, survey_ahead):
        story(site)
    return ended(site)


def _then(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 14, 12, tzinfo=STOCKHOLM)


def integration_year(site: Site) -> None:
    """Chapter 6.1.1.1 of the report: too much at once in the beginning, too little of work and spare time."""
    said = Said(
        Sort.FOCUS_GROUP,
        "Deltagare vid integrationsårets avslut",
        "etablering",
        "De flesta är nöjda med vägledningen. Det kom för mycket i början och för lite om arbete och fritid.",
        People(16, 11),
        ("information", "access"),
    )
    told = held(site, said, by=people_of(site)[COORDINATOR], now=_then(2024, 4, 17))
    line = "Informationen anpassas till var och en, och Welcome House har insatser för arbete och fritid"
    told.decide(_then(2024, 5, 14), Result.CHANGE, line)
    told.tell(_then(2024, 5, 28), Telling.MEETING, "De fick veta vad som ändras för dem som kommer efter.")
    told.conclude(_then(2024, 5, 28))


def relapse_group(site: Site) -> None:
    """From the same chapter: the talks in the group were too short."""
    said = Said(
        Sort.GROUP_EVALUATION,
        "Gruppen Återfallsprevention med hälsofokus",
        DEPARTMENT,
        "Träffarna är bra. Samtalsdelen är för kort.",
        People(8, 7),
        ("content",),
    )
    told = held(site, said, by=people_of(site)[COORDINATOR], now=_then(2024, 5, 22))
    told.decide(_then(2024, 6, 4), Result.CHANGE, "Samtalsdelen av träffarna förlängs i nästa grupp")
    told.tell(_then(2024, 6, 12), Telling.PERSONALLY, "Var och en fick veta det vid sista träffen.")
    told.conclude(_then(2024, 6, 12))


def website(site: Site) -> None:
    """From the same chapter: how people find the unit."""
    said = Said(
        Sort.INTERVIEW,
        "Klienter som har sökt samtal",
        DEPARTMENT,
        "Det är svårt att se att det är samma enhet. Telefontiden borde stå först.",
        People(None, 6),
        ("information", "access"),
    )
    told = held(site, said, by=people_of(site)[COORDINATOR], now=_then(2024, 3, 6))
    told.decide(_then(2024, 4, 9), Result.CHANGE, "Svaren styr hur den nya hemsidan byggs")
    told.tell(_then(2024, 4, 9), Telling.NOT_POSSIBLE, "Intervjuerna var anonyma. Ändringarna berättas på hemsidan.")
    told.conclude(_then(2024, 4, 10))


def feedback_in_talks(site: Site) -> None:
    """This year: gathered for the group as a whole, and waiting for what it leads to."""
    said = Said(
        Sort.FIT,
        "Personer i samtalsbehandling",
        DEPARTMENT,
        "Två av tre känner att samtalen handlar om rätt saker. Fler vill bestämma takten själva.",
        People(60, 38),
        ("content", "participation"),
    )
    held(site, said, by=people_of(site)[COORDINATOR], now=at(site, 18, 14))


def survey_ahead(site: Site) -> None:
    said = Said(
        Sort.SURVEY,
        "Anhöriga som har haft kontakt med boutredningen",
        DEPARTMENT,
        "Hur har kontakten med oss varit? Vad var svårast att förstå?",
    )
    planned(site, said, by=people_of(site)[COORDINATOR], times=(at(site, 11, 9), at(site, -15, 9)))
