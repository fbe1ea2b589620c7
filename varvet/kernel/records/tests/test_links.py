"""Ties between records are seen from both ends."""

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.links import list_linked
from varvet.kernel.records.models import Link, LinkKind
from varvet.kernel.records.registry import Register
from varvet.kernel.records.tests.toy import make_toy, toys

__all__ = ["toys"]


def test_ties_go_both_ways(cast: Cast, toys: Register) -> None:
    first, second, alone = make_toy(cast), make_toy(cast), make_toy(cast)
    Link.objects.create(source=second, target=first, kind=LinkKind.FOLLOWS)
    assert list_linked(first) == [second]
    assert list_linked(second) == [first]
    assert list_linked(alone) == []
