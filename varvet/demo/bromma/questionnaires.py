"""Questions from outside to answer together: last year's are sent, this year's are under way."""

from datetime import date

from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME
from varvet.demo.inspections import Looked, begun
from varvet.demo.involvement import people_of
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.law.days import add_working_days, day_of
from varvet.registers.inspections.actions import GivenTo
from varvet.registers.inspections.rules import Sort

ASKED = """\
1. Har ni en aktuell rutin för att fråga om våldsutsatthet?
2. Följer ni upp hur barn är delaktiga i utredningar?
3. Har ni en plan för handläggarnas kompetensutveckling?
4. Samverkar ni med förskolan enligt en skriftlig rutin?
5. Hur många dagar tar en utredning i snitt?"""
NEW = "6. Använder ni systematisk uppföljning för att utveckla verksamheten?"
BEFORE = (
    "Ja. Rutinen är reviderad i våras.",
    "Ja, i egenkontrollen varje termin.",
    "Ja, för varje enhet.",
    "Delvis. Rutinen gäller förskolor i stadsdelen.",
    "103 dagar.",
)
OF_AUDITORS = """\
A. Vem beslutar om nya rutiner?
B. Har ni en aktuell rutin för att fråga om våldsutsatthet?"""


def write(site: Site) -> None:
    _sent(site)
    _under_way(site)
    _auditors(site)


def _sent(site: Site) -> None:
    """A year ago, answered by one and sent."""
    eva = people_of(site)["Eva Sand"]
    looked = Looked(Sort.QUESTIONS, "welfare-agency", "Öppna jämförelser, förra året", CHILDREN)
    told = begun(site, looked, "", by=eva, times=(at(site, 260, 9), _in(site, -235))).ask(at(site, 260, 10), ASKED)
    for number, words in enumerate(BEFORE, 1):
        told.answer_question(at(site, 250, 9), number, words)
        told.review(at(site, 245, 9), number)
    told.send(at(site, 240, 9)).close(at(site, 239, 9), "Svaren är sparade till nästa år.")


def _under_way(site: Site) -> None:
    """One is answered and looked at, one waits to be looked at, the others wait for those who have them."""
    people = people_of(site)
    eva, bo, cecilia = people["Eva Sand"], people["Bo Ek"], people["Cecilia Berg"]
    looked = Looked(Sort.QUESTIONS, "welfare-agency", "Öppna jämförelser, årets frågor", CHILDREN, also=(ADULTS,))
    demand = "Enkäten besvaras gemensamt för socialtjänsten."
    told = begun(site, looked, demand, by=eva, times=(at(site, 14, 9), _in(site, 9)))
    told.ask(at(site, 14, 10), f"{ASKED}\n{NEW}")
    told.give(at(site, 13, 9), (1, 3), GivenTo(person=cecilia))
    told.give(at(site, 13, 9), (2,), GivenTo(person=bo))
    told.give(at(site, 13, 9), (4,), GivenTo(unit=site.units[CHILDREN]))
    told.answer_question(at(site, 8, 9), 1, "Ja. Rutinen är reviderad i år också.", by=cecilia)
    told.review(at(site, 7, 9), 1)
    told.answer_question(at(site, 3, 9), 3, "Ja, planen är beslutad i januari.", by=cecilia)


def _auditors(site: Site) -> None:
    """Another who asks some of the same."""
    looked = Looked(Sort.QUESTIONS, "audit", "Revisorernas frågor om rutiner", INCOME)
    told = begun(site, looked, "", by=people_of(site)["Eva Sand"], times=(at(site, 5, 9), _in(site, 12)))
    told.ask(at(site, 5, 10), OF_AUDITORS)


def _in(site: Site, days: int) -> date:
    return add_working_days(day_of(site.now), days)
