"""The figures and words of the sample tables, as published by Bromma for 2023."""

from collections.abc import Sequence
from typing import TypeAlias

LEX_SARAH = {"2020": (14, 12, 1, 1), "2021": (17, 16, 0, 0), "2022": (28, 26, 1, 1), "2023": (20, 18, 0, 0)}
AREAS = {
    "Funktions\u00adnedsättning": "lss",
    "Barn och unga": "bou",
    "Beroende": "beroende",
    "Social\u00adpsykiatri": "sop",
    "Ekonomiskt bistånd": "eko",
}
EVENTS: dict[str, tuple[Sequence[int], Sequence[int]]] = {  # kind: 2023 and 2022 by area
    "Psykiska övergrepp": ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
    "Fysiska övergrepp": ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
    "Brister i bemötande": ((1, 0, 0, 0, 0), (1, 0, 0, 0, 0)),
    "Brister i rättssäkerhet vid handläggning och genomförande": ((2, 9, 0, 1, 2), (2, 13, 1, 2, 2)),
    "Brister i utförande av insats": ((2, 0, 0, 1, 0), (5, 0, 0, 0, 0)),
    "Sexuella övergrepp": ((0, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
    "Ekonomiska övergrepp": ((1, 0, 0, 0, 0), (0, 0, 0, 0, 0)),
    "Brister i fysisk miljö, utrustning eller teknik": ((0, 0, 1, 0, 0), (0, 0, 0, 0, 0)),
    "Annat": ((0, 0, 0, 0, 0), (1, 0, 2, 0, 0)),
}
Check: TypeAlias = tuple[str, str, int | None, int | None, float, float | None, str, str]
CHECKS: tuple[Check, ...] = (  # name, unit, hits, sample, percent, percent before, interval, in other words
    (
        "Utredning klar i tid",
        "Vuxna",
        28,
        60,
        47,
        32,
        "35–59\u202f%",
        "Troligen 35–59 av 100 i hela verksamheten. Förändringen är inte säkerställd.",
    ),
    (
        "Förhandsbedömning inom 14 dagar",
        "Barn och unga",
        422,
        613,
        69,
        None,
        "alla",
        "Ungefär sju av tio. Alla ärenden är granskade.",
    ),
    (
        "Utredning inom fyra månader",
        "Barn och unga",
        468,
        588,
        80,
        None,
        "alla",
        "Ungefär åtta av tio. Alla ärenden är granskade.",
    ),
    (
        "Aktuell förändringsplan",
        "Arbete och försörjning",
        199,
        275,
        72.4,
        56,
        "alla",
        "Ungefär sju av tio, 16 procentenheter mer än 2022.",
    ),
    (
        "Får bestämma",
        "Gruppbostad",
        None,
        None,
        84,
        86,
        "..",
        "Antalet svar anges inte i källan. Därför finns inget intervall.",
    ),
    (
        "Får bestämma",
        "Servicebostad",
        None,
        None,
        71,
        100,
        "..",
        "Antalet svar anges inte i källan. Därför finns inget intervall.",
    ),
)
IMPROVEMENTS = (
    (
        "Handlingsplan för försenade förhandsbedömningar",
        "Barn och unga",
        "Klar",
        "Försenade: från 76\u202f% i mars till 0\u202f% i september",
    ),
    ("Rutin för samverkan mellan grupper", "Vuxna", "Klar", "Samverkan i 66\u202f% av ärendena, mål 50\u202f%"),
    ("Bemanningsteam för kontinuitet", "Personligt stöd", "Pågår", "–"),
    ("Kollegiegranskning av dokumentation, våren 2024", "Arbete och försörjning", "Planerad", "–"),
)
DEFINITIONS = (
    (
        "Avvikelse",
        "En händelse som avviker från rutin, lag, förordning, kvalitetsmål eller samverkansrutin.",
    ),
    (
        "Egen regi",
        "Verksamhet som nämnden själv driver. Motsatsen, enskild regi, drivs av någon annan på nämndens uppdrag.",
    ),
    ("Egenkontroll", "Planerad granskning av den egna verksamheten mot ett mål, genom urval eller totalundersökning."),
)
