"""What a list may hold: each field's kind, its Swedish name, and what case systems call its column."""

from dataclasses import dataclass
from enum import StrEnum

from varvet.kernel.law.words import marked


class Kind(StrEnum):
    """How a cell is read. PERSON and CASE become pseudonyms; CODE keeps a short word; MARK is yes, no or a day."""

    PERSON = "person"
    CASE = "case"
    CODE = "code"
    SEX = "sex"
    DAY = "day"
    MOMENT = "moment"
    MARK = "mark"
    NUMBER = "number"


@dataclass(frozen=True)
class Field:
    """`label` is Swedish; `known_as` are headings, compared without capitals, spaces and signs."""

    name: str
    kind: Kind
    label: str
    known_as: tuple[str, ...] = ()


FIELDS = (
    Field("case", Kind.CASE, marked("Ärende"), ("ärendenummer", "ärendenr", "ärendeid", "aktnummer", "akt", "dnr")),
    Field("person", Kind.PERSON, marked("Personnummer"), ("pnr", "personnr", "klient", "brukare", "person")),
    Field("sex", Kind.SEX, marked("Kön"), ("juridiskt kön",)),
    Field("unit", Kind.CODE, marked("Enhet"), ("enhetsnamn", "organisation", "ansvarig enhet")),
    Field("group", Kind.CODE, marked("Grupp"), ("målgrupp", "verksamhetsområde", "arbetsgrupp")),
    Field("source", Kind.CODE, marked("Typ av aktualisering"), ("aktualiseringstyp", "inkommet sätt", "ärendetyp")),
    Field("received", Kind.DAY, marked("Inkom"), ("inkommen", "inkomdatum", "ankomstdatum", "aktualiserad")),
    Field("assessed", Kind.DAY, marked("Förhandsbedömning klar"), ("förhandsbedömd", "förhandsbedömning avslutad")),
    Field("opened", Kind.DAY, marked("Utredning inledd"), ("inledd", "utredningsstart", "startdatum", "öppnad")),
    Field("completed", Kind.DAY, marked("Utredning avslutad"), ("avslutad", "utredningsslut", "slutdatum", "slut")),
    Field("extended_to", Kind.DAY, marked("Förlängd till"), ("förlängning till", "förlängd utredningstid till")),
    Field("extension_reason", Kind.CODE, marked("Skäl till förlängning"), ("förlängningsskäl", "förlängningsorsak")),
    Field("left", Kind.DAY, marked("Upphörde av annat skäl"), ("avskriven", "flyttad", "återkallad", "överflyttad")),
    Field("safety", Kind.MARK, marked("Skyddsbedömning gjord"), ("skyddsbedömning", "skyddsbedömd")),
    Field("safety_written", Kind.MARK, marked("Skyddsbedömning dokumenterad"), ()),
    Field("plan_of_investigation", Kind.MARK, marked("Utredningsplan"), ("utredningsplan finns",)),
    Field("communicated", Kind.MARK, marked("Kommunicering dokumenterad"), ("kommunicerad", "kommunicering")),
    Field("protected", Kind.MARK, marked("Skyddade personuppgifter"), ("skyddad", "skyddad identitet", "sekretess")),
    Field("mapped", Kind.MARK, marked("Kartläggning gjord"), ("kartläggning", "kartlagd")),
    Field("decision", Kind.CODE, marked("Beslutstyp"), ("beslut", "typ av beslut")),
    Field("decided_by", Kind.CODE, marked("Beslutsfattarens roll"), ("beslutsfattare", "delegat", "befattning")),
    Field("decided", Kind.DAY, marked("Beslutsdatum"), ("beslutad", "datum för beslut")),
    Field("carried_out", Kind.DAY, marked("Verkställt"), ("verkställd", "verkställighetsdatum")),
    Field("ordered", Kind.DAY, marked("Beställning mottagen"), ("beställd", "beställning", "beställningsdatum")),
    Field("plan_made", Kind.DAY, marked("Genomförandeplan upprättad"), ("genomförandeplan", "plan upprättad")),
    Field("asi", Kind.DAY, marked("Senaste ASI"), ("asi", "asi-datum", "asi grund")),
    Field("child_heard", Kind.MARK, marked("Barnsamtal hållet"), ("barnsamtal",)),
    Field("child_heard_written", Kind.MARK, marked("Barnsamtal dokumenterat"), ()),
    Field("child_met", Kind.DAY, marked("Barnet träffat"), ("träff med barnet", "barnbesök")),
    Field("reconsidered", Kind.DAY, marked("Övervägande eller omprövning"), ("övervägande", "omprövning")),
    Field("change_plan", Kind.DAY, marked("Förändringsplan upprättad"), ("förändringsplan", "arbetsplan")),
    Field("change_plan_until", Kind.DAY, marked("Förändringsplan gäller till"), ("planen gäller till",)),
    Field("freda", Kind.DAY, marked("Senaste FREDA-frågor"), ("freda", "freda kortfrågor", "frågor om våld")),
    Field("met_together", Kind.MARK, marked("Samverkan har skett"), ("samverkan", "samverkat")),
    Field("authorised", Kind.NUMBER, marked("Antal behöriga"), ("behöriga", "antal behörigheter", "behörigheter")),
    Field("staff", Kind.CODE, marked("Användare"), ("användarid", "användarnamn", "signatur", "handläggare")),
    Field("role", Kind.CODE, marked("Roll"), ("befattningsroll", "yrkesroll")),
    Field("at", Kind.MOMENT, marked("Tidpunkt"), ("tid", "loggtid", "datum och tid", "händelsetid")),
    Field("first", Kind.DAY, marked("Från och med"), ("från", "startdag", "fr o m")),
    Field("last", Kind.DAY, marked("Till och med"), ("till", "slutdag", "t o m")),
)
BY_NAME = {field.name: field for field in FIELDS}


def label_of(name: str) -> str:
    return BY_NAME[name].label
