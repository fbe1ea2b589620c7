"""Alingsås's units, people and lists."""

from varvet.demo import feedback, lex_sarah, privacy_incidents
from varvet.demo.deviations import LIST
from varvet.demo.site import ListPlan, PersonPlan, UnitPlan
from varvet.kernel.organisation.categories import CategoryValue
from varvet.registers.deviations.rules import KINDS

ROOT = "alingsas"
HOUSING = "boende"
UNITS = {
    "Avdelning administration": "avdelning-administration",
    "Avdelning stöd och arbete": "avdelning-stod-och-arbete",
    "Barn och unga 1": "barn-och-unga-1",
    "Barn och unga 2": "barn-och-unga-2",
    "Beroendestöd": "beroendestod",
    "Boendestöd": "boendestod",
    "Boende": HOUSING,
    "Familjehem": "familjehem",
    "Familjestöd": "familjestod",
    "Stöd och försörjning": "stod-och-forsorjning",
    "Vuxna": "vuxna",
}
# Feedback is printed by another name for the two units together, and for what concerns no unit.
ADDRESSED = {
    **{name: (slug,) for name, slug in UNITS.items()},
    "Barn och unga": ("barn-och-unga-1", "barn-och-unga-2"),
    "Ej riktat till specifik enhet": (ROOT,),
}


def _unit(slug: str, name: str, area: str, kind: str = "authority") -> UnitPlan:
    return UnitPlan(slug, name, "unit", kind, area)


ORGANISATION = UnitPlan(
    ROOT,
    "Alingsås kommun",
    "municipality",
    below=(
        UnitPlan("avdelning-administration", "Avdelning administration", "department"),
        UnitPlan(
            "avdelning-unga",
            "Avdelning unga",
            "department",
            area="children",
            below=(
                _unit("barn-och-unga-1", "Barn och unga 1", "children"),
                _unit("barn-och-unga-2", "Barn och unga 2", "children"),
                _unit("familjehem", "Familjehem", "children"),
                _unit("familjestod", "Familjestöd", "children", "provider"),
            ),
        ),
        UnitPlan(
            "avdelning-stod-och-arbete",
            "Avdelning stöd och arbete",
            "department",
            area="adults",
            below=(
                _unit("vuxna", "Vuxna", "adults"),
                _unit("stod-och-forsorjning", "Stöd och försörjning", "income"),
                _unit("beroendestod", "Beroendestöd", "substance", "provider"),
                _unit("boendestod", "Boendestöd", "psychiatry", "provider"),
                _unit(HOUSING, "Boende", "psychiatry", "provider"),
                _unit("arbetsmarknad", "Arbetsmarknad", "income", "provider"),
            ),
        ),
    ),
)

PEOPLE = (
    PersonPlan("Petra Alm", "quality_coordinator", ROOT, "Se avvikelser med flera typer och deras läge."),
    PersonPlan("Ragnar Lund", "employee", "barn-och-unga-2", "Rapportera en avvikelse."),
    PersonPlan("Sara Nyman", "unit_manager", HOUSING, "Se avvikelser i hälso- och sjukvård i Boende."),
    PersonPlan("Karin Berg", "medical_nurse", HOUSING, "Följ avvikelser i hälso- och sjukvård i Boende."),
    PersonPlan("Tage Krona", "department_manager", "avdelning-unga", "Följ avdelningens enheter."),
    PersonPlan("Ulla Fors", "social_coordinator", ROOT, "Läs de tjugo utredningarna enligt lex Sarah."),
    PersonPlan("Åke Dal", "data_protection_officer", ROOT, "Läs personuppgiftsincidenterna."),
    PersonPlan("Viktor Hed", "board", ROOT, "Läs kvalitetsberättelsen för 2024."),
    PersonPlan("Ylva Rask", "administrator", ROOT, "Sköt systemet utan att kunna läsa något ärende."),
)

LISTS = (
    ListPlan(
        LIST,
        "Typ av avvikelse",
        (
            CategoryValue("transfer", "Informationsöverföring"),
            CategoryValue("legal", "Rättssäkerhet vid handläggning och genomförande"),
            CategoryValue("documentation", "Dokumentation"),
            CategoryValue("premises", "Fysisk miljö/utrustning"),
            CategoryValue("care", "Omvårdnadshändelse"),
            CategoryValue("other", "Annat"),
        ),
        multiple=True,
    ),
    ListPlan(
        KINDS,
        "Händelser i hälso- och sjukvård",
        (
            CategoryValue("medication", "Läkemedel"),
            CategoryValue("fall", "Fall utan skada"),
            CategoryValue("fall_injury", "Fall med skada"),
        ),
    ),
    ListPlan(lex_sarah.LIST, "Typ av händelse", lex_sarah.TYPES),
    ListPlan(
        feedback.LIST,
        "Typ av synpunkt",
        (
            CategoryValue("treatment", "Bemötande"),
            CategoryValue("handling", "Handläggning"),
            CategoryValue("information", "Information"),
            CategoryValue("availability", "Tillgänglighet"),
            CategoryValue("other", "Annat"),
        ),
        multiple=True,
    ),
    privacy_incidents.LIST,
)
