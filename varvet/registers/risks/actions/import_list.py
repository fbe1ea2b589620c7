"""Reading in a list of risks: all or none, and what is there already is left as it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.risks.actions.add import Content, New, make
from varvet.registers.risks.actions.assess import Assessment, assess, treat
from varvet.registers.risks.actions.steps import EDIT, Change, latest_review
from varvet.registers.risks.models import Part, Risk
from varvet.registers.risks.rules.importing import Line

READ_IN = marked("Läst in från en lista.")


@dataclass(frozen=True)
class Imported:
    """How many were made, and how many were there already."""

    made: int
    known: int


@transaction.atomic
def import_list(*, root: Unit, lines: Sequence[Line], by: User, now: datetime) -> Imported:
    """Read in twice, a list makes nothing the second time. One at a time in a root, so that two at once do neither."""
    Unit.objects.select_for_update().get(pk=root.pk)
    units = Unit.objects.in_bulk({line.unit_id for line in lines})
    for unit in units.values():
        check(by, EDIT, unit, today=day_of(now))
    known = known_lines(root, lines)
    new = [line for line in lines if line.row not in known]
    for line in new:
        _check_number(line)
        _make(line, units[line.unit_id], by, now)
    return Imported(len(new), len(known))


def known_lines(root: Unit, lines: Sequence[Line]) -> frozenset[int]:
    """The rows whose risk is there already: by its number, or by its name in its unit, open or closed."""
    rows = Risk.objects.filter(root=root).values_list("reference", "unit_id", "name")
    numbers, names = set(), set()
    for reference, unit, name in rows:
        numbers.add(reference)
        names.add((unit, name.casefold()))
    return frozenset(
        line.row for line in lines if line.reference in numbers or (line.unit_id, line.name.casefold()) in names
    )


def _check_number(line: Line) -> None:
    if line.reference:
        sentence = marked("Rad {row} har ett nummer som inte finns här. Ta bort numret om risken är ny.")
        raise RuleBroken("risk.import.number", sentence, values={"row": line.row})


def _make(line: Line, unit: Unit, by: User, now: datetime) -> None:
    texts = {Part(name): text for name, text in line.texts.items()}
    content = Content(line.name, line.occasion, line.process, line.routine, texts)
    risk = make(New(unit, content), by, now)
    if line.score is None:
        return
    review_on = latest_review(risk, day_of(now))
    risk = assess(Change(risk, risk.version, by, now), Assessment(line.score, review_on))
    if line.residual is not None:
        treat(Change(risk, risk.version, by, now), Assessment(line.residual, review_on, READ_IN))
