"""Keeping a frame: who may, when, and what is left behind."""

import pytest

from varvet.extracts.mappings import Column, ColumnMap, from_json
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import ColumnChoice, Frame
from varvet.registers.self_checks.rules import drawing
from varvet.registers.self_checks.tests.factories import Counted, counted, fresh, last_event, make, make_performed
from varvet.registers.self_checks.tests.frames import content, draw, listed, with_frame


def test_kept_with_seed_hash_and_size(cast: Cast) -> None:
    held = with_frame(cast)
    frame = Frame.objects.get(round=held)
    assert (frame.number, frame.size, frame.sha256) == (1, 40, drawing.hash_of(listed()))
    assert len(bytes.fromhex(frame.seed)) == 32
    assert drawing.from_text(frame.rows) == sorted(listed(), key=lambda row: row.code)
    assert counted(held) == [Counted("planned", outcome="")]


def test_the_trail_tells_of_it(cast: Cast) -> None:
    held = with_frame(cast)
    assert last_event(held) == ("frame_read", cast.alice.pk, 2)


def test_one_that_nothing_was_drawn_from_is_replaced(cast: Cast) -> None:
    held = with_frame(cast)
    before = Frame.objects.get(round=held).seed
    held = with_frame(cast, held, count=25)
    [frame] = Frame.objects.filter(round=held)
    assert (frame.number, frame.size) == (1, 25)
    assert frame.seed != before


def test_one_that_was_drawn_from_stays(cast: Cast) -> None:
    held = with_frame(cast)
    draw(held, cast, 12)
    held = with_frame(cast, fresh(held.pk))
    assert [frame.number for frame in Frame.objects.filter(round=held)] == [1, 2]


def test_columns_are_remembered_by_source(cast: Cast) -> None:
    first = ColumnMap("", (Column("case", "Nr"), Column("sex", "Kön")))
    with_frame(cast, source="Treserva", columns=first)
    with_frame(cast, source="Treserva", columns=ColumnMap("", (Column("case", "Ref"),)))
    kept = ColumnChoice.objects.get(root=cast.root, source="Treserva", kind="cases")
    assert from_json(kept.columns).columns == (Column("case", "Ref"), Column("sex", "Kön"))


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = make(cast)
    with pytest.raises(NotAllowed):
        actions.keep_frame(round_=held, content=content(), version=held.version, by=getattr(cast, who), now=NOW)
    assert not Frame.objects.exists()


def test_not_when_it_is_performed(cast: Cast) -> None:
    held = make_performed(cast)
    with pytest.raises(RuleBroken):
        with_frame(cast, held)


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = make(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        with_frame(cast, held)
