"""The block that opens a department: figures of the unit, a line an activity, and a plain sentence where none is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from varvet.insight.annual_report.compute import involvement
from varvet.insight.annual_report.compute.spec import BlockSpec, SectionSpec, list_templates, read_template
from varvet.insight.annual_report.compute.whole import Writer, check, numbered
from varvet.insight.annual_report.tests.computing import YEAR, context_of, template
from varvet.insight.annual_report.value import Bullets, Text
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.errors import Told
from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import ReportLine

DAY = date(YEAR, 5, 6)


@pytest.fixture(autouse=True)
def lines() -> Iterator[list[ReportLine]]:
    """The register as it runs, telling these lines."""
    told: list[ReportLine] = []
    before = registry.get_register(involvement.KIND)
    known = dict(registry._registers)
    registry._registers[involvement.KIND] = replace(before, report_lines=lambda *_: told)
    yield told
    registry._registers.clear()
    registry._registers.update(known)


def line(title: str, *units: Unit) -> ReportLine:
    ids = tuple(unit.pk for unit in units)
    return ReportLine(1, "BMV-2025-0001", title, units[0].name, (), "Avslutad", "9 personer deltog.", DAY, ids)


def counted(unit: Unit, happening: str, outcome: str = "") -> None:
    root = unit.root
    assert root is not None
    Fact.objects.create(
        register="involvement", happening=happening, day=DAY, root=root, unit=unit, area="children", provider="own",
        outcome=outcome, record_id=1,
    )  # fmt: skip


def made(cast: Cast, unit: str = "") -> list[str]:
    found: list[str] = []
    for block in involvement.blocks_of(unit, context_of(cast)):
        found += [block.plain] if isinstance(block, Text) else [item.plain for item in block.items]
    return found


@pytest.mark.facts_differ
def test_a_chapter_tells_of_its_own_units_and_counts_them(cast: Cast, lines: list[ReportLine]) -> None:
    lines += [line("Fokusgrupp: Föräldrar", cast.a), line("Enkät: Unga", cast.b)]
    counted(cast.a, "held")
    counted(cast.b, "held")
    counted(cast.a, "decided", "change")
    figures, *told = made(cast, cast.a.slug)
    assert figures == (
        "Aktiviteter där brukare kunde påverka: 1. Aktiviteter som ledde till en ändring: 1. "
        "Aktiviteter där deltagarna har fått veta det: 0."
    )
    assert told == ["Fokusgrupp: Föräldrar (Mottagning A). 9 personer deltog."]
    assert len(made(cast)) == len(made(cast, cast.department.slug)) == 3
    assert made(cast)[0].startswith("Aktiviteter där brukare kunde påverka: 2.")


def test_where_users_of_several_units_took_part_it_is_told_in_each(cast: Cast, lines: list[ReportLine]) -> None:
    lines.append(line("Brukarråd: Unga", cast.a, cast.b))
    assert made(cast, cast.b.slug)[1:] == ["Brukarråd: Unga (Mottagning A). 9 personer deltog."]


def test_nothing_written_in_is_said_plainly(cast: Cast, lines: list[ReportLine]) -> None:
    lines.append(line("Fokusgrupp: Föräldrar", cast.a))
    assert made(cast, cast.b.slug) == [involvement.NOTHING]


def test_the_figures_lead_to_what_they_count(cast: Cast, lines: list[ReportLine]) -> None:
    lines.append(line("Fokusgrupp: Föräldrar", cast.a))
    text = next(block for block in involvement.blocks_of(cast.a.slug, context_of(cast)) if isinstance(block, Text))
    figures = [run.figure.query for run in text.runs if run.figure]
    assert [f"unit={cast.a.slug}" in query for query in figures] == [True] * 3


def test_its_measures_are_explained_where_it_stands(cast: Cast) -> None:
    section = SectionSpec("e", "E", (BlockSpec("involvement", ""),))
    spec = template(sections=(section,))
    context = context_of(cast, sections=(section,))
    assert Writer(context, {}, numbered(spec)).measures_used() == list(involvement.MEASURES)
    assert Writer(context_of(cast), {}, {}).measures_used() == []
    assert isinstance(next(iter(Writer(context, {}, {}).block(section.blocks[0]))), Text | Bullets)


def test_a_unit_that_is_not_there_is_told(cast: Cast) -> None:
    spec = template(sections=(SectionSpec("e", "E", (BlockSpec("involvement", "no-such-unit"),)),))
    with pytest.raises(Told, match="no-such-unit"):
        check(spec, {}, cast.root)


def test_the_shipped_templates_open_their_departments_with_it() -> None:
    assert {"bromma", "goteborg-centrum"} <= set(list_templates())
    sections = [s for s in read_template("goteborg-centrum", "goteborg-centrum").sections if s.new_page and s.blocks]
    opened = [s.id for s in sections if any(b.kind == "involvement" and b.name == s.id for b in s.blocks[:2])]
    assert len(opened) == 5
