"""Who looked at Bromma's work: what the report of 2023 tells of, and inspections of this year in every state.

Nobody in it exists. The report says who found what; days and numbers are made up, and so is all of this year's.
"""

from datetime import date, datetime

from varvet.demo.bromma import questionnaires
from varvet.demo.bromma.organisation import ADULTS, CHILDREN, INCOME, PERSONAL
from varvet.demo.inspections import Looked, announced, begun, ended
from varvet.demo.involvement import people_of
from varvet.demo.published import Published
from varvet.demo.site import Site
from varvet.demo.telling import at
from varvet.kernel.law.days import STOCKHOLM, add_working_days, day_of
from varvet.registers.inspections.actions import Contract
from varvet.registers.inspections.rules import Finding, Period, Sort

COORDINATOR, MANAGER = "Eva Sand", "Alice Lind"
CHECKED = "Åtgärden var gjord innan beslutet kom"
IN_2022 = Period(date(2022, 1, 1), date(2022, 12, 31))
# What the report's chapter on supervision tells of 2023: who, where, what, the day it was known, and what was found.
PRINTED = (
    (
        Looked(
            Sort.EXTERNAL,
            "ivo",
            "Barns delaktighet inför omplacering eller hemflytt",
            CHILDREN,
            basis="IVO:s egen tillsyn av placerade barn mellan 7 och 17 år",
            period=IN_2022,
        ),
        (2, 14),
        ((Finding.REMARK, "Nämnden brister i att ta till vara barns rätt att vara delaktiga"),),
        "Följa upp att åtgärderna får effekt",
    ),
    (
        Looked(
            Sort.EXTERNAL, "jo", "Rätt till språk och kultur vid placering enligt LVU", CHILDREN, basis="En anmälan"
        ),
        (6, 20),
        ((Finding.CRITICISM, "Nämnden borde ha gjort mer för att barnen skulle få behålla språk och kultur"),),
        "Rutin för att dokumentera önskemål om språk och kultur",
    ),
    (
        Looked(Sort.EXTERNAL, "disability-inspectors", "Boendestöd inom socialpsykiatrin", ADULTS),
        (9, 12),
        (
            (Finding.REMARK, "Löpande journalföring behöver säkerställas"),
            (Finding.REMARK, "Genomförandeplanen ska komma in och stämma med beställningen"),
            (Finding.REMARK, "Samtycken och sekretessmedgivanden ska vara aktuella"),
            (Finding.RECOMMENDATION, "Ta fram rutiner för arbete med våld i nära relation"),
        ),
        "Planering på lång sikt för den enskilde",
    ),
    (
        Looked(Sort.EXTERNAL, "audit", "Kontinuitetsplaner för kriser och avbrott i sociala systemet", PERSONAL),
        (10, 3),
        ((Finding.NOTHING, "Det fanns rutiner för både korta och längre avbrott"),),
        "",
    ),
    *(
        (
            Looked(Sort.EXTERNAL, "environment", f"Miljö i gruppbostad {number}", PERSONAL),
            (5, 8 + number),
            ((Finding.REMARK, "Städrutinerna behöver revideras"),),
            "Nya städrutiner",
        )
        for number in (1, 2)
    ),
    *(
        (
            Looked(Sort.EXTERNAL, "fire", f"Brandskydd i gruppbostad {number}", PERSONAL),
            (11, 13 + number),
            ((Finding.NOTHING, "Brandskyddsarbetet är systematiskt och på god nivå"),),
            "",
        )
        for number in (1, 2)
    ),
)


def write(site: Site, _: Published) -> int:
    _printed(site)
    questionnaires.write(site)
    for story in (_closed, _decided, _followed, _waits, _overdue, _due, _contract, _own, _ahead, _withdrawn):
        story(site)
    return ended(site)


def _printed(site: Site) -> None:
    eva = people_of(site)[COORDINATOR]
    for looked, (month, day), points, important in PRINTED:
        told = begun(site, looked, "", by=eva, times=(_then(month - 1, day), None))
        told.decide(_then(month, day), points)
        asks = [number for number, (kind, _line) in enumerate(points, 1) if kind != Finding.NOTHING]
        for number in asks:
            told.settle(_then(month, day + 1), number, important if number == 1 else "", CHECKED)
        told.close(_then(12, 12), "Det är åtgärdat och följs i egenkontrollen.")


def _then(month: int, day: int) -> datetime:
    return datetime(2023, month, day, 10, 12, tzinfo=STOCKHOLM)


def _in(site: Site, days: int) -> date:
    """So many working days from today; before it when less than nothing."""
    return add_working_days(day_of(site.now), days)


def _closed(site: Site) -> None:
    looked = Looked(Sort.EXTERNAL, "fire", "Brandskydd i gruppbostäderna", PERSONAL, basis="Regelbunden tillsyn")
    told = begun(site, looked, "Visa er dokumentation.", by=people_of(site)[COORDINATOR], times=(at(site, 90, 9), None))
    told.answer(at(site, 84, 9), "Dokumentationen finns i pärmen på plats.").send(at(site, 83, 9))
    told.decide(at(site, 70, 9), [(Finding.NOTHING, "Arbetet är systematiskt")])
    told.close(at(site, 69, 9), "Inget mer behövs.")


def _decided(site: Site) -> None:
    """One point has an action, the other waits for one."""
    looked = Looked(
        Sort.EXTERNAL,
        "ivo",
        "Förhandsbedömningar efter orosanmälan",
        CHILDREN,
        basis="Egeninitierad tillsyn",
        period=Period(_in(site, -250), _in(site, -125)),
    )
    demand = "IVO begär en redogörelse för hur skyddsbedömningar görs och hur lång tid de tar."
    times = (at(site, 60, 9), _in(site, -40))
    told = begun(site, looked, demand, by=people_of(site)[MANAGER], times=times)
    told.answer(at(site, 45, 9), "Skyddsbedömningen görs samma dag. Tiden följs varje vecka av gruppledaren.")
    told.send(at(site, 42, 9))
    points = [
        (Finding.CRITICISM, "Skyddsbedömningen dokumenteras inte alltid samma dag"),
        (Finding.RECOMMENDATION, "Följ hur länge förhandsbedömningarna pågår"),
    ]
    told.decide(at(site, 8, 9), points, "IVO återkommer om ett år.", "3.5.1-01234/2026")
    told.settle(at(site, 7, 9), 1, "En ruta för skyddsbedömningen i mallen")
    told.improve(at(site, 7, 10), 1, "Skyddsbedömningen får en egen ruta i mallen", _in(site, 20))


def _followed(site: Site) -> None:
    looked = Looked(
        Sort.EXTERNAL, "disability-inspectors", "Genomförandeplaner i boendestödet", ADULTS, also=(PERSONAL,)
    )
    told = begun(site, looked, "", by=people_of(site)[COORDINATOR], times=(at(site, 120, 9), None))
    told.decide(at(site, 80, 9), [(Finding.REMARK, "En av fem planer är äldre än ett år")])
    told.settle(at(site, 78, 9), 1, "Planerna ses över varje höst")
    told.settle(at(site, 78, 10), 1, "Påminnelse en månad innan planen blir ett år", unit=PERSONAL)
    told.improve(at(site, 78, 11), 1, "Påminnelse om genomförandeplaner som snart är ett år", _in(site, 5))
    told.follow(at(site, 77, 9), _in(site, 12))


def _waits(site: Site) -> None:
    looked = Looked(Sort.EXTERNAL, "jo", "Handläggningstid vid ansökan om bistånd", INCOME, basis="En anmälan till JO")
    told = begun(
        site, looked, "JO begär ett yttrande.", by=people_of(site)[COORDINATOR], times=(at(site, 40, 9), _in(site, -15))
    )
    told.answer(at(site, 22, 9), "Tiden var längre än vår rutin säger. Rutinen för frånvaro är ändrad.")
    told.send(at(site, 18, 9))


def _overdue(site: Site) -> None:
    looked = Looked(Sort.EXTERNAL, "audit", "Kontroll av utbetalningar", INCOME, basis="Revisionsplanen")
    demand = "Revisorerna vill veta hur utbetalningar kontrolleras i efterhand."
    told = begun(site, looked, demand, by=people_of(site)[COORDINATOR], times=(at(site, 20, 9), _in(site, -3)))
    told.answer(at(site, 5, 9), "Ett urval kontrolleras varje månad.")


def _due(site: Site) -> None:
    looked = Looked(Sort.EXTERNAL, "ivo", "Placerade barns skolgång", CHILDREN, basis="Egeninitierad tillsyn")
    demand = "IVO begär uppgifter om hur skolgången följs för barn i familjehem."
    begun(site, looked, demand, by=people_of(site)[MANAGER], times=(at(site, 6, 9), _in(site, 7)))


def _contract(site: Site) -> None:
    contract = Contract("Exempelvård Syd AB", "Ramavtal om stödboende")
    looked = Looked(
        Sort.CONTRACT, "contract", "Stödboende för vuxna: bemanning och dokumentation", ADULTS, contract=contract
    )
    told = begun(site, looked, "Följs upp varje år.", by=people_of(site)[COORDINATOR], times=(at(site, 50, 9), None))
    points = [(Finding.REMARK, "Bemanningen på helger är lägre än avtalet säger"), (Finding.NOTHING, "Maten är bra")]
    told.decide(at(site, 30, 9), points, "Utförarens redogörelse är läst på plats.")
    told.settle(
        at(site, 29, 9), 1, "Ny bemanningsplan från utföraren", "Utföraren har rättat det, och det är kontrollerat"
    )
    told.follow(at(site, 28, 9), _in(site, 40))


def _own(site: Site) -> None:
    """Own reviews: one done, one under way, and the board's spot check."""
    eva = people_of(site)[COORDINATOR]
    cases = Looked(Sort.INTERNAL, "case-review", "Tio slumpvis valda utredningar", CHILDREN)
    told = begun(site, cases, "", by=people_of(site)[MANAGER], times=(at(site, 35, 9), None))
    told.decide(at(site, 25, 9), [(Finding.RECOMMENDATION, "Skriv barnets egna ord i utredningen")])
    told.settle(at(site, 24, 9), 1, "Mallen frågar efter barnets egna ord", "Mallen är ändrad")
    told.close(at(site, 24, 10), "Resultatet är genomgånget på arbetsplatsträffen.")
    spot = Looked(Sort.INTERNAL, "spot-check", "Politikernas stickprov av ärenden", INCOME)
    begun(site, spot, "", by=eva, times=(at(site, 16, 9), None)).decide(at(site, 15, 9), [(Finding.NOTHING, "")])
    begun(
        site,
        Looked(Sort.OWN, "follow-up", "Verksamhetsuppföljning av gruppbostäderna", PERSONAL),
        "Besök i fyra gruppbostäder.",
        by=eva,
        times=(at(site, 12, 9), _in(site, 18)),
    )


def _ahead(site: Site) -> None:
    looked = Looked(Sort.EXTERNAL, "work-environment", "Hot och våld i mottagningen", CHILDREN, basis="Inspektion")
    announced(site, looked, by=people_of(site)[MANAGER], times=(at(site, 4, 9), _in(site, 11)))


def _withdrawn(site: Site) -> None:
    looked = Looked(Sort.EXTERNAL, "region", "Samordnade individuella planer", ADULTS)
    told = announced(site, looked, by=people_of(site)[COORDINATOR], times=(at(site, 30, 9), _in(site, 15)))
    told.withdraw(at(site, 9, 9), "Regionen har flyttat granskningen till nästa år.")
