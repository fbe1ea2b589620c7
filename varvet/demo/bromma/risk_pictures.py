"""Bromma's risk pictures: this year's, decided with its control plan and followed up, and next year's as a draft."""

from collections.abc import Mapping

from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records.models import Record
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Decision, Outcome, Point, Year
from varvet.registers.risks.models import ControlPoint, Overview, Risk
from varvet.registers.risks.rules import SCORED
from varvet.registers.risks.rules.control import Frequency, Light, list_periods, period_of

COORDINATOR, BOARD = "Eva Sand", "Bromma stadsdelsnämnd"
SUMMARY = (
    "Riskerna rör framför allt tiden från anmälan till beslut och vem som gör vad. "
    "De flesta har blivit lägre sedan åtgärderna genomfördes."
)
POINTS = (
    (
        "Förhandsbedömningen blir inte klar i tid",
        "Förhandsbedömningar är klara inom 14 dagar",
        "Ärendelistan för tertialet räknas igenom",
        Frequency.TERTIAL,
    ),
    (
        "Uppgifter skickas till fel mottagare",
        "Adressen är läst av två före utskick",
        "Stickprov av tio utskick i varje grupp",
        Frequency.QUARTERLY,
    ),
    (
        "Beslut fattas av någon som saknar delegation",
        "Beslut är fattade av rätt person",
        "Alla beslut under en vecka jämförs med delegationsordningen",
        Frequency.HALF_YEARLY,
    ),
)
OUTCOMES = (
    (Light.GREEN, "Allt var gjort i tid och enligt rutinen."),
    (Light.YELLOW, "Nio av tio stämde. Rutinen är genomgången på arbetsplatsträffen."),
    (Light.RED, "Fyra av tio stämde inte. En ny kontroll görs redan nästa månad."),
)


def write(site: Site, people: Mapping[str, User]) -> None:
    by, year = people[COORDINATOR], day_of(site.now).year
    decided(site, by, year)
    risks = Risk.objects.filter(root=site.root, status__in=SCORED, rank__gte=9)
    actions.choose(known(site, by, year + 1, 3), "", list(risks))


def decided(site: Site, by: User, year: int) -> None:
    risks = list(Risk.objects.filter(root=site.root, status__in=SCORED))
    actions.choose(known(site, by, year, 70), SUMMARY, risks)
    check = Record.objects.filter(root=site.root, kind="self_checks").order_by("-received_at").first()
    for number, (name, moment, method, frequency) in enumerate(POINTS):
        risk = next(risk for risk in risks if risk.name == name)
        point = Point(risk, moment, method, frequency, "Enhetschef", check if number == 0 else None)
        actions.write_point(known(site, by, year, 69), point)
    actions.decide(known(site, by, year, 60), Decision(BOARD, day_of(at(site, 60, 9)), "§ 23"))
    for number, found in enumerate(ControlPoint.objects.filter(overview__root=site.root).order_by("number")):
        follow(site, by, found, number)


def follow(site: Site, by: User, point: ControlPoint, number: int) -> None:
    """Those parts of the year that have passed; of the second point the last one waits."""
    now = day_of(site.now)
    passed = [part for part in list_periods(point.frequency) if part <= period_of(point.frequency, now.month)]
    for told, part in enumerate(passed[: len(passed) - (number == 1)]):
        light, words = OUTCOMES[(number + part) % len(OUTCOMES)]
        actions.follow_up(point, Outcome(part, light, words, told), by=by, now=at(site, 20, 10))


def known(site: Site, by: User, year: int, day: int) -> Year:
    found = Overview.objects.filter(root=site.root, year=year).first()
    return Year(site.root, year, found.version if found else 0, by, at(site, day, 14))
