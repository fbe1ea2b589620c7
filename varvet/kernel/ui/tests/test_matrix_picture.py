"""Risks drawn in the matrix: cells that lead somewhere, rings that do not hide each other, arrows that touch none."""

from varvet.kernel.ui.matrix_picture import MOST_DRAWN, Marked, picture_of


def test_every_cell_has_its_product_and_level() -> None:
    picture = picture_of({}, [], {})
    assert sorted(cell.product for cell in picture.cells) == sorted(c * p for c in range(1, 6) for p in range(1, 6))
    assert [cell.level for cell in picture.cells if cell.product == 25] == ["high"]
    assert picture.alt == "0 risker är bedömda. 0 är höga."


def test_only_cells_with_an_address_can_be_chosen() -> None:
    picture = picture_of({(4, 4): 2}, [], {(4, 4): "?ruta=4-4"}, (4, 4))
    [cell] = [cell for cell in picture.cells if cell.href]
    assert (cell.says, cell.chosen) == ("Konsekvens 4, sannolikhet 4, hög risk: 2 risker", True)
    assert picture.rows[1] == ("4 troligt", (0, 0, 0, 2, 0))


def test_a_risk_has_a_ring_before_and_one_after_with_an_arrow_between() -> None:
    picture = picture_of({(4, 2): 1}, [Marked(1, "x", (4, 4), (4, 2))], {})
    before, after = picture.rings
    assert (before.look, after.look, before.x) == ("before", "after", after.x)
    assert before.y < after.y
    assert picture.arrows[0].path.startswith(f"M{before.x:.1f} ")


def test_rings_and_arrows_keep_apart() -> None:
    marked = [Marked(1, "a", (4, 5), (4, 1)), Marked(2, "b", (4, 3)), Marked(3, "c", (4, 3), (4, 3))]
    picture = picture_of({}, marked, {})
    places = [(ring.x, ring.y) for ring in picture.rings]
    assert len(set(places)) == len(places) == 5
    assert len({ring.x for ring in picture.rings}) == 3  # each its own lane


def test_many_are_counted_and_not_drawn() -> None:
    marked = [Marked(number, "x", (3, 3)) for number in range(MOST_DRAWN + 1)]
    picture = picture_of({(3, 3): MOST_DRAWN + 1}, marked, {})
    assert (picture.rings, picture.counts) == ((), True)
    assert not picture_of({(3, 3): MOST_DRAWN}, marked[:-1], {}).counts
