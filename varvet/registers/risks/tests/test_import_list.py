"""A list of risks: taken out, and read in whole or not at all, once."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.search.files import Cell, Sheet, as_xlsx
from varvet.registers.risks import actions
from varvet.registers.risks.models import Risk
from varvet.registers.risks.rules import Occasion, Score
from varvet.registers.risks.rules.importing import HEADS, TEXTS, Line, judge
from varvet.registers.risks.tests.factories import NAME, SECRET, assessed, events, identified, treated

SEND, YES = "/risker/las-in/", "/risker/las-in/titta-igenom/"
COLUMNS = (*HEADS, *TEXTS)
UNITS = {"mottagning a": 7}


def cells(**given: object) -> dict[str, object]:
    return {"name": "Posten blir liggande", "unit": "Mottagning A"} | given


def sheet(*rows: dict[str, object]) -> bytes:
    lines: list[Sequence[Cell]] = [tuple(row.get(name) for name in COLUMNS) for row in rows]  # type: ignore[misc]
    heads = tuple({**HEADS, **TEXTS}[name] for name in COLUMNS)
    return as_xlsx(Sheet("x", heads, lines, len(lines)))


def send(client: Client, content: bytes, name: str = "risker.xlsx") -> object:
    return client.post(SEND, {"file": SimpleUploadedFile(name, content)})


def say_yes(client: Client) -> int:
    page = client.get(YES)
    answer = client.post(YES, {"digest": page.context["waiting"].digest})
    return int(answer.status_code)


GOOD = cells(
    occasion="Omorganisation",
    consequence=4,
    probability=3,
    residual_consequence=4,
    residual_probability=1,
    causes="Få.",
)


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"name": ""}, "Vad skulle kunna hända"),
        ({"name": "x" * 161}, "Vad skulle kunna hända"),
        ({"unit": "Mottagning B"}, "Enhet"),
        ({"occasion": "För att"}, "Anledning"),
        ({"consequence": 6, "probability": 1}, "Konsekvens"),
        ({"consequence": "hög", "probability": 1}, "Konsekvens"),
        ({"consequence": 4}, "Sannolikhet"),
        ({"probability": 4}, "Konsekvens"),
        ({"residual_consequence": 4, "residual_probability": 1}, "Konsekvens"),
        (
            {"consequence": 1, "probability": 1, "residual_consequence": 4, "residual_probability": 1},
            HEADS["residual_consequence"],
        ),
        ({"routine": "x" * 121}, "Rutin"),
        ({"causes": "x" * 4001}, "Orsaker"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(wrong: dict[str, object], column: str) -> None:
    judged = judge([(5, cells(**wrong))], UNITS)
    assert ([(fault.row, fault.column) for fault in judged.faults], judged.lines) == ([(5, column)], ())


def test_a_right_row_becomes_a_line() -> None:
    [line] = judge([(2, GOOD)], UNITS).lines
    assert (line.unit_id, line.occasion, line.score, line.residual) == (
        7,
        Occasion.REORGANISATION,
        Score(4, 3),
        Score(4, 1),
    )
    assert line.texts == {"causes": "Få."}


def test_the_same_risk_twice_is_a_fault() -> None:
    judged = judge([(2, cells()), (3, cells(name="POSTEN blir  liggande"))], UNITS)
    assert [(fault.row, str(fault.sentence)) for fault in judged.faults] == [(3, "Samma risk står på rad 2.")]


def test_a_list_is_looked_through_and_read_in_once(cast: Cast) -> None:
    client = as_(cast.alice)
    content = sheet(GOOD, cells(name="Nyckeln kommer bort"))
    send(client, content)
    assert not Risk.objects.exists()
    assert "2 risker blir inlästa." in client.get(YES).content.decode()
    assert say_yes(client) == 302
    risk = Risk.objects.get(name="Posten blir liggande")
    assert (risk.status, risk.score, risk.residual, risk.unit) == ("treated", Score(4, 3), Score(4, 1), cast.a)
    assert events(risk) == ["identified", "assessed", "treated"]
    assert client.get(YES).status_code == 404
    send(client, content)
    page = client.get(YES)
    assert (page.context["waiting"].new, page.context["waiting"].known) == (0, 2)
    say_yes(client)
    assert Risk.objects.count() == 2


def test_one_fault_and_nothing_is_kept(cast: Cast) -> None:
    client = as_(cast.alice)
    answer = send(client, sheet(GOOD, cells(name="Annan", unit="Mottagning B", causes=SECRET)))
    page = answer.content.decode()  # type: ignore[attr-defined]  # what the client answers
    assert "Skriv namnet på en enhet där du arbetar med risker." in page
    assert SECRET not in page
    assert client.get(YES).status_code == 404


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Enhet;Anledning\r\nMottagning A;\r\n", "Listan saknar kolumnen Vad skulle kunna hända."),
        (b"PK\x03\x04 broken", "Arbetsboken kan inte läsas"),
        (b"Enhet;Vad skulle kunna h\xc3\xa4nda\r\nMottagning A;=cmd()\r\n", "innehåller en formel"),
        (b"Enhet;Vad skulle kunna h\xc3\xa4nda\r\n", "inga rader"),
    ],
)
def test_what_is_no_list_is_told(cast: Cast, content: bytes, says: str) -> None:
    answer = send(as_(cast.alice), content)
    assert says in answer.content.decode()  # type: ignore[attr-defined]  # what the client answers


def test_a_yes_is_to_what_was_seen(cast: Cast) -> None:
    client = as_(cast.alice)
    send(client, sheet(GOOD))
    seen = client.get(YES).context["waiting"].digest
    send(client, sheet(cells(name="Något annat")))
    assert client.post(YES, {"digest": seen}).status_code == 422
    assert not Risk.objects.exists()


def test_all_or_none(cast: Cast) -> None:
    lines = [
        Line(2, cast.a.pk, "Den första", Occasion.YEARLY),
        Line(3, cast.a.pk, "Den andra", Occasion.YEARLY, reference="RIS-2020-0001"),
    ]
    with pytest.raises(RuleBroken, match="Rad 3"):
        actions.import_list(root=cast.root, lines=lines, by=cast.alice, now=NOW)
    assert not Risk.objects.exists()
    with pytest.raises(NotAllowed):
        actions.import_list(root=cast.root, lines=lines[:1], by=cast.cecilia, now=NOW)


def test_what_is_taken_out_can_be_read_in_and_is_there_already(cast: Cast) -> None:
    risk = treated(cast, name="=1+1 är två")
    identified(cast)
    client = as_(cast.alice)
    answer = client.get("/risker/fil.xlsx?niva=low")
    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))  # type: ignore[union-attr]
    assert rows[0][:3] == ("Nummer", "Vad skulle kunna hända", "Enhet")
    assert rows[1][:3] == (risk.reference, "=1+1 är två", "Mottagning A")
    assert rows[1][6:12] == (4, 4, 4, 1, 4, "Låg")
    assert len(rows) == 2
    assert b"'=1+1" in b"".join(client.get("/risker/fil.csv"))
    assert AuditEvent.objects.filter(kind="risks", event="exported").count() == 2
    send(client, client.get("/risker/fil.xlsx?lage=identified").content)
    assert client.get(YES).context["waiting"].known == 1


def test_files_hold_no_texts_and_are_for_those_who_may(cast: Cast) -> None:
    assessed(cast)
    content = b"".join(as_(cast.dag).get("/risker/fil.csv")).decode()
    assert NAME in content
    assert SECRET not in content
    assert as_(cast.bo).get("/risker/fil.csv").status_code == 403
    assert as_(cast.dag).get(SEND).status_code == 403
    assert as_(cast.alice).get("/risker/fil.exe").status_code == 404
