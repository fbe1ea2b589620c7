"""Bromma's units, people and lists."""

from varvet.demo.site import ListPlan, PersonPlan, UnitPlan
from varvet.kernel.organisation.categories import CategoryValue

ROOT = "bromma"
ADULTS = "enheten-for-vuxna"
CHILDREN = "enheten-for-barn-och-unga"
INCOME = "enheten-for-arbete-och-forsorjning"
PERSONAL = "enheten-for-personligt-stod"
RESOURCE = "resursenheten"
PRIVATE = "enskild-utforare"
UNITS = {
    "Enheten för vuxna": ADULTS,
    "Enheten för barn och unga": CHILDREN,
    "Enheten för arbete och försörjning": INCOME,
    "Enheten för personligt stöd": PERSONAL,
    "Resursenheten": RESOURCE,
}


def _group(slug: str, name: str, area: str, kind: str = "authority") -> UnitPlan:
    return UnitPlan(slug, name, "service", kind, area)


ORGANISATION = UnitPlan(
    ROOT,
    "Bromma stadsdelsförvaltning",
    "administration",
    below=(
        UnitPlan(
            "socialtjanst-och-fritid",
            "Avdelning socialtjänst och fritid",
            "department",
            below=(
                UnitPlan(
                    ADULTS,
                    "Enheten för vuxna",
                    "unit",
                    "authority",
                    "adults",
                    below=(
                        _group("funktionsnedsattning", "Funktionsnedsättning", "disability"),
                        _group("beroende", "Beroende", "substance"),
                        _group("socialpsykiatri", "Socialpsykiatri", "psychiatry"),
                    ),
                ),
                UnitPlan(
                    CHILDREN,
                    "Enheten för barn och unga",
                    "unit",
                    "authority",
                    "children",
                    below=(
                        _group("mottagningsgruppen", "Mottagningsgruppen", "children"),
                        _group("utredningsgrupp-1", "Utredningsgrupp 1", "children"),
                        _group("utredningsgrupp-2", "Utredningsgrupp 2", "children"),
                        _group("utredningsgrupp-3", "Utredningsgrupp 3", "children"),
                        _group("familjevardsgruppen", "Familjevårdsgruppen", "children"),
                        _group("umgangesgruppen", "Umgängesgruppen", "children"),
                    ),
                ),
                UnitPlan(
                    INCOME,
                    "Enheten för arbete och försörjning",
                    "unit",
                    "authority",
                    "income",
                    below=(
                        _group("ekonomiskt-bistand", "Ekonomiskt bistånd", "income"),
                        _group("relationsvaldsteamet", "Relationsvåldsteamet", "violence"),
                    ),
                ),
                UnitPlan(
                    PERSONAL,
                    "Enheten för personligt stöd",
                    "unit",
                    "provider",
                    "disability",
                    below=(
                        _group("gruppbostad", "Gruppbostad", "disability", "provider"),
                        _group("servicebostad", "Servicebostad", "disability", "provider"),
                        _group("daglig-verksamhet", "Daglig verksamhet", "disability", "provider"),
                    ),
                ),
                UnitPlan(
                    RESOURCE,
                    "Resursenheten",
                    "unit",
                    "provider",
                    "common",
                    below=(
                        _group("arbetsmarknadscenter", "Bromma arbetsmarknadscenter", "income", "provider"),
                        _group("boende-och-stod", "Bromma boende- och stödinsatser", "psychiatry", "provider"),
                        _group("langskeppet", "Långskeppets socialpsykiatriska boende", "psychiatry", "provider"),
                        _group("forebyggande", "Bromma förebyggande och behandling", "children", "provider"),
                    ),
                ),
                UnitPlan(PRIVATE, "Enskild utförare", "service", "provider", "disability", "private"),
            ),
        ),
    ),
)

PEOPLE = (
    PersonPlan("Eva Sand", "quality_coordinator", ROOT, "Se läget och skriv kvalitetsberättelsen för 2023."),
    PersonPlan("Bo Ek", "employee", "mottagningsgruppen", "Rapportera en avvikelse på under 90 sekunder."),
    PersonPlan("Alice Lind", "unit_manager", CHILDREN, "Öppna Att göra och bedöm en ny avvikelse."),
    PersonPlan("Cecilia Berg", "unit_manager", ADULTS, "Se att andra enheters ärenden inte går att läsa."),
    PersonPlan("Rut Falk", "registrar", ROOT, "Diarieför synpunkter och svar utan att läsa dem."),
    PersonPlan("Dag Holm", "social_coordinator", ROOT, "Ta emot en fråga om lex Sarah och inled en utredning."),
    PersonPlan("Ingrid Palm", "decision_maker", ROOT, "Besluta i ett lex Sarah-ärende och anmäl det till IVO."),
    PersonPlan("Farid Noor", "department_manager", "socialtjanst-och-fritid", "Följ alla fem enheterna."),
    PersonPlan("Disa Falk", "data_protection_officer", ROOT, "Lämna råd om en personuppgiftsincident."),
    PersonPlan("Dora Wik", "privacy_delegate", ROOT, "Besluta om en incident ska anmälas till IMY."),
    PersonPlan("Paula Norén", "payment_controller", INCOME, "Utred en felaktig utbetalning."),
    PersonPlan("Gun Dahl", "board", ROOT, "Läs den färdiga berättelsen så som nämnden ser den."),
    PersonPlan("Hugo Lind", "administrator", ROOT, "Sköt systemet utan att kunna läsa något ärende."),
)

DEVIATION_TYPES = ListPlan(
    "deviation_type",
    "Typ av avvikelse",
    (
        CategoryValue("deadline", "Utredningstid och handläggningstid", "Time taken"),
        CategoryValue("documentation", "Dokumentation", "Records"),
        CategoryValue("legal", "Rättssäkerhet vid handläggning", "Legal certainty"),
        CategoryValue("transfer", "Informationsöverföring", "Passing on information"),
        CategoryValue("missed_support", "Utebliven eller felaktig insats", "Missed support"),
        CategoryValue("staffing", "Bemanning", "Staffing"),
        CategoryValue("treatment", "Bemötande", "Treatment"),
        CategoryValue("participation", "Delaktighet", "Participation"),
        CategoryValue("competence", "Kompetens och introduktion", "Competence"),
        CategoryValue("collaboration", "Samverkan", "Collaboration"),
        CategoryValue("other", "Annat", "Other"),
    ),
    multiple=True,
)
