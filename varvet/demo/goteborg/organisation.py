"""Göteborg Centrum's departments, people and lists."""

from varvet.demo import feedback, lex_sarah, privacy_incidents
from varvet.demo.deviations import LIST
from varvet.demo.site import ListPlan, PersonPlan, UnitPlan
from varvet.kernel.organisation.categories import CategoryValue

ROOT = "goteborg-centrum"
DEPARTMENTS = {
    "Barn och unga": "barn-och-unga",
    "Ekonomiskt bistånd": "ekonomiskt-bistand",
    "Vuxna": "vuxna",
    "Stadsövergripande uppdrag": "stadsovergripande-uppdrag",
    "Stadsövergripande uppdrag - barn, familj och trygghet": "stadsovergripande-uppdrag",
    "Stadsövergripande verksamheter": "stadsovergripande-verksamheter",
}
EMERGENCY = "socialjouren"
PARTS = {
    "barn-och-unga": {"mottagning-barn": 3.0, "utredning-barn": 5.0, "placering-och-stod": 2.0},
    "ekonomiskt-bistand": {"forsorjningsstod-1": 4.0, "forsorjningsstod-2": 4.0, "mottagning-bistand": 2.0},
    "vuxna": {"mottagning-vuxna": 2.0, "beroende-och-boende": 4.0, "vald-i-nara-relation": 2.0},
    "stadsovergripande-uppdrag": {"familjerattsbyran": 3.0, "resursteam": 2.0},
    "stadsovergripande-verksamheter": {EMERGENCY: 5.0, "etablering": 2.0, "tillfalligt-boende": 3.0},
}


def _part(slug: str, name: str, area: str, kind: str = "authority") -> UnitPlan:
    return UnitPlan(slug, name, "unit", kind, area)


ORGANISATION = UnitPlan(
    ROOT,
    "Socialförvaltningen Centrum",
    "administration",
    below=(
        UnitPlan(
            "barn-och-unga",
            "Barn och unga",
            "department",
            "authority",
            "children",
            below=(
                _part("mottagning-barn", "Mottagning barn och unga", "children"),
                _part("utredning-barn", "Utredning barn och unga", "children"),
                _part("placering-och-stod", "Placering och stöd", "children"),
            ),
        ),
        UnitPlan(
            "ekonomiskt-bistand",
            "Ekonomiskt bistånd",
            "department",
            "authority",
            "income",
            below=(
                _part("forsorjningsstod-1", "Försörjningsstöd 1", "income"),
                _part("forsorjningsstod-2", "Försörjningsstöd 2", "income"),
                _part("mottagning-bistand", "Mottagning ekonomiskt bistånd", "income"),
            ),
        ),
        UnitPlan(
            "vuxna",
            "Vuxna",
            "department",
            "authority",
            "adults",
            below=(
                _part("mottagning-vuxna", "Mottagning vuxna", "adults"),
                _part("beroende-och-boende", "Beroende och boende", "substance"),
                _part("vald-i-nara-relation", "Våld i nära relation", "violence"),
            ),
        ),
        UnitPlan(
            "stadsovergripande-uppdrag",
            "Stadsövergripande uppdrag - barn, familj och trygghet",
            "department",
            below=(
                _part("familjerattsbyran", "Familjerättsbyrån", "family_law"),
                _part("resursteam", "Resursteam", "children", "provider"),
            ),
        ),
        UnitPlan(
            "stadsovergripande-verksamheter",
            "Stadsövergripande verksamheter",
            "department",
            below=(
                _part(EMERGENCY, "Socialjouren", "emergency"),
                _part("etablering", "Etablering", "integration"),
                _part("tillfalligt-boende", "Tillfälligt boende", "adults", "provider"),
            ),
        ),
    ),
)

PEOPLE = (
    PersonPlan("Ivar Strand", "quality_coordinator", ROOT, "Se kvalitetsåret september till augusti."),
    PersonPlan("Jonna Ask", "employee", "utredning-barn", "Rapportera en avvikelse och följ den."),
    PersonPlan("Karin Moberg", "unit_manager", "barn-och-unga", "Bedöm avvikelser i Barn och unga."),
    PersonPlan("Leo Wester", "department_manager", "stadsovergripande-verksamheter", "Följ Socialjouren."),
    PersonPlan("Mona Hult", "social_coordinator", ROOT, "Läs utredningar enligt lex Sarah."),
    PersonPlan("Nils Åberg", "board", ROOT, "Läs kvalitetsrapporten för 2024."),
    PersonPlan("Olga Frisk", "administrator", ROOT, "Sköt systemet utan att kunna läsa något ärende."),
)

LISTS = (
    ListPlan(
        LIST,
        "Typ av avvikelse",
        (
            CategoryValue(
                "legal",
                "Utreda och besluta SoL/LSS-ärende",
                aliases=("Utreda och besluta SoL/LSS-ärenden", "Utreda/besluta om SoL/LSS"),
            ),
            CategoryValue("documentation", "Dokumentation", aliases=("Dokumentation - allmän", "Dokumentera")),
            CategoryValue("post", "Post, inkommen handling"),
            CategoryValue("collaboration-internal", "Samverkan internt"),
            CategoryValue("collaboration-external", "Samverkan externt"),
            CategoryValue("treatment", "Rättigheter och bemötande"),
            CategoryValue("external", "Avvikelse inkommen från extern part"),
            CategoryValue("start_support", "Påbörja SoL/LSS-insats"),
            CategoryValue("missed_support", "Utförande av SoL/LSS-insats"),
            CategoryValue("threat", "Övergrepp, självskada, hot"),
            CategoryValue("premises", "Utrustning - övrig"),
            CategoryValue("theft", "Stöld/Försvunnen/Förstörd", aliases=("Stöld",)),
            CategoryValue("other", "Övrigt"),
        ),
        multiple=True,
    ),
    ListPlan(lex_sarah.LIST, "Typ av händelse", lex_sarah.TYPES),
    ListPlan(
        feedback.LIST,
        "Typ av synpunkt",
        (
            CategoryValue("treatment", "Bemötande"),
            CategoryValue("information", "Information"),
            CategoryValue("availability", "Tillgänglighet"),
            CategoryValue("handling", "Rättssäkerhet"),
            CategoryValue("content", "Utförande av tjänst"),
            CategoryValue("premises", "Miljö och lokaler"),
            CategoryValue("other", "Annat"),
        ),
        multiple=True,
    ),
    ListPlan(
        "self_check_question",
        "Frågor i egenkontroll",
        (
            CategoryValue("delaktig", "Delaktig i utredningen", aliases=("delaktig i utredning",)),
            CategoryValue("freda", "FREDA-kortfrågor ställda senaste året"),
            CategoryValue(
                "kartlaggning",
                "Kartläggning av skyddade personuppgifter finns",
                aliases=("kartläggning skyddade personuppgifter saknas",),
            ),
            CategoryValue(
                "behoriga",
                "Högst tre behöriga handläggare",
                aliases=("antal behöriga handläggare inom rekommendationen 1-3",),
            ),
            CategoryValue(
                "ansokan", "Utbetalning med registrerad ansökan", aliases=("utbetalning utan registrerad ansökan",)
            ),
            CategoryValue("berakning", "Rätt beräkning och beslut", aliases=("felaktig beräkning eller beslut",)),
        ),
    ),
    privacy_incidents.LIST,
)
