"""The block of units' own analyses: as they were approved, of the units of a chapter, in every format; else nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from varvet.insight.annual_report import stored
from varvet.insight.annual_report.compute import analyses
from varvet.insight.annual_report.compute.spec import BlockSpec, SectionSpec, read_template
from varvet.insight.annual_report.compute.whole import Writer, numbered
from varvet.insight.annual_report.drawings import Drawings
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.tests.computing import YEAR, context_of, template
from varvet.insight.annual_report.value import Bullets, Heading, Meta, Report, Text
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records import registry
from varvet.kernel.records.registry import ReportText

DAY = date(YEAR, 8, 31)
WORDS = "Svaret gäller {v:inget}.\nSamma stycke.\n\nEtt nytt stycke."


@pytest.fixture(autouse=True)
def told() -> Iterator[list[ReportText]]:
    """The register as it runs, offering these texts."""
    offered: list[ReportText] = []
    before = registry.get_register(analyses.KIND)
    known = dict(registry._registers)
    registry._registers[analyses.KIND] = replace(before, report_texts=lambda *_: offered)
    yield offered
    registry._registers.clear()
    registry._registers.update(known)


def text(reference: str, *units: Unit) -> ReportText:
    ids = tuple(unit.pk for unit in units)
    parts = (("Samlad analys", WORDS), ("Avvikelser", "Fler rapporterar."))
    return ReportText(1, reference, f"{units[0].name}, tertial 2", ids, DAY, parts, ("Gott exempel: Bra. (Mått)",))


def test_nothing_is_said_where_nothing_is_offered(cast: Cast) -> None:
    assert list(analyses.blocks_of("", context_of(cast))) == []


def test_it_stands_as_it_was_written(cast: Cast, told: list[ReportText]) -> None:
    told.append(text("ANA-2025-0001", cast.a))
    blocks = list(analyses.blocks_of("", context_of(cast)))
    heads = [(block.level, block.text) for block in blocks if isinstance(block, Heading)]
    assert heads == [
        (2, "Mottagning A, tertial 2"), (3, "Samlad analys"), (3, "Avvikelser"), (3, "Slutsatser"),
    ]  # fmt: skip
    words = [block.plain for block in blocks if isinstance(block, Text)]
    assert words == ["Svaret gäller {v:inget}. Samma stycke.", "Ett nytt stycke.", "Fler rapporterar."]
    [bullets] = [block for block in blocks if isinstance(block, Bullets)]
    assert [item.plain for item in bullets.items] == ["Gott exempel: Bra. (Mått)"]


def test_a_chapter_has_those_of_its_own_units(cast: Cast, told: list[ReportText]) -> None:
    told += [text("ANA-2025-0001", cast.a), text("ANA-2025-0002", cast.department, cast.a, cast.b)]
    for unit, number in ((cast.a, 1), (cast.b, 0), (cast.department, 2)):
        found = [b for b in analyses.blocks_of(unit.slug, context_of(cast)) if isinstance(b, Heading) and b.level == 2]
        assert len(found) == number, unit


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_it(cast: Cast, told: list[ReportText], name: str) -> None:
    told.append(text("ANA-2025-0001", cast.a))
    section = SectionSpec("avdelning", "Avdelningen", (BlockSpec("analyses", ""),))
    spec = template(sections=(section,))
    blocks = tuple(Writer(context_of(cast), {}, numbered(spec)).section(section))
    meta = Meta("Prov", "", "Exempelby", "", "2025", YEAR, cast.root.slug, "prov", (), "")
    report = Report(meta, None, blocks)
    assert stored.from_json(stored.to_json(report)) == report
    assert FORMATS[name].load()(report, Drawings())


@pytest.mark.parametrize(("name", "number"), [("bromma", 1), ("goteborg-centrum", 5)])
def test_the_shipped_templates_have_a_place_for_it(cast: Cast, name: str, number: int) -> None:
    spec = read_template(name, cast.root.slug)
    assert sum(block.kind == analyses.KIND for block in spec.blocks) == number
