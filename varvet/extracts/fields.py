"""What a list may hold: each field's kind, its Swedish name, and what case systems call its column."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from varvet.kernel.law.words import marked

WORDS_FILE = Path(__file__).parent / "data/words_of_lists.json"


class Kind(StrEnum):
    """How a cell is read. PERSON and CASE become pseudonyms; CODE keeps a short word; MARK is yes, no or a day.

    MONEY is kept as whole öre.
    """

    PERSON = "person"
    CASE = "case"
    CODE = "code"
    SEX = "sex"
    DAY = "day"
    MOMENT = "moment"
    MARK = "mark"
    NUMBER = "number"
    MONEY = "money"


@dataclass(frozen=True)
class Field:
    """`label` is Swedish."""

    name: str
    kind: Kind
    label: str


FIELDS = (
    Field("case", Kind.CASE, marked("Ärende")),
    Field("person", Kind.PERSON, marked("Personnummer")),
    Field("sex", Kind.SEX, marked("Kön")),
    Field("unit", Kind.CODE, marked("Enhet")),
    Field("group", Kind.CODE, marked("Grupp")),
    Field("source", Kind.CODE, marked("Typ av aktualisering")),
    Field("received", Kind.DAY, marked("Inkom")),
    Field("assessed", Kind.DAY, marked("Förhandsbedömning klar")),
    Field("opened", Kind.DAY, marked("Utredning inledd")),
    Field("completed", Kind.DAY, marked("Utredning avslutad")),
    Field("extended_to", Kind.DAY, marked("Förlängd till")),
    Field("extension_reason", Kind.CODE, marked("Skäl till förlängning")),
    Field("left", Kind.DAY, marked("Upphörde av annat skäl")),
    Field("safety", Kind.MARK, marked("Skyddsbedömning gjord")),
    Field("safety_written", Kind.MARK, marked("Skyddsbedömning dokumenterad")),
    Field("plan_of_investigation", Kind.MARK, marked("Utredningsplan")),
    Field("communicated", Kind.MARK, marked("Kommunicering dokumenterad")),
    Field("protected", Kind.MARK, marked("Skyddade personuppgifter")),
    Field("mapped", Kind.MARK, marked("Kartläggning gjord")),
    Field("decision", Kind.CODE, marked("Beslutstyp")),
    Field("decided_by", Kind.CODE, marked("Beslutsfattarens roll")),
    Field("decided", Kind.DAY, marked("Beslutsdatum")),
    Field("carried_out", Kind.DAY, marked("Verkställt")),
    Field("ordered", Kind.DAY, marked("Beställning mottagen")),
    Field("plan_made", Kind.DAY, marked("Genomförandeplan upprättad")),
    Field("asi", Kind.DAY, marked("Senaste ASI")),
    Field("child_heard", Kind.MARK, marked("Barnsamtal hållet")),
    Field("child_heard_written", Kind.MARK, marked("Barnsamtal dokumenterat")),
    Field("child_met", Kind.DAY, marked("Barnet träffat")),
    Field("reconsidered", Kind.DAY, marked("Övervägande eller omprövning")),
    Field("change_plan", Kind.DAY, marked("Förändringsplan upprättad")),
    Field("change_plan_until", Kind.DAY, marked("Förändringsplan gäller till")),
    Field("freda", Kind.DAY, marked("Senaste FREDA-frågor")),
    Field("met_together", Kind.MARK, marked("Samverkan har skett")),
    Field("authorised", Kind.NUMBER, marked("Antal behöriga")),
    Field("staff", Kind.CODE, marked("Användare")),
    Field("role", Kind.CODE, marked("Roll")),
    Field("at", Kind.MOMENT, marked("Tidpunkt")),
    Field("payment", Kind.CASE, marked("Utbetalning")),
    Field("recipient", Kind.CASE, marked("Mottagare")),
    Field("amount", Kind.MONEY, marked("Belopp")),
    Field("paid", Kind.DAY, marked("Utbetald")),
    Field("recipient_changed", Kind.DAY, marked("Mottagaren ändrad")),
    Field("first", Kind.DAY, marked("Från och med")),
    Field("last", Kind.DAY, marked("Till och med")),
)
BY_NAME = {field.name: field for field in FIELDS}


def label_of(name: str) -> str:
    return BY_NAME[name].label


@cache
def words_of_lists() -> Mapping[str, Any]:
    """What case systems write: headings by field, and the words for yes, no, the sexes and applications."""
    words: Mapping[str, Any] = json.loads(WORDS_FILE.read_text("utf-8"))
    return words


def headings_of(name: str) -> tuple[str, ...]:
    """What systems call the field's column, beside its label."""
    return tuple(words_of_lists()["headings"].get(name, ()))
