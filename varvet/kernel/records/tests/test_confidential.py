"""A record that excludes the unit's manager is read and handled by those with one permission more."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import TODAY, Cast, reader_of
from varvet.kernel.records.confidential import check_within, within
from varvet.kernel.records.models import Confidentiality, Record
from varvet.kernel.records.registry import Register
from varvet.kernel.records.tests.toy import make_toy, toys

__all__ = ["toys"]
VIEW, EXCLUDED = "lex_sarah.view", "lex_sarah.view_excluded"


def make_excluding(cast: Cast) -> Record:
    record = make_toy(cast)
    Record.objects.filter(pk=record.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED)
    record.refresh_from_db()
    return record


def seen_by(cast: Cast, who: str) -> list[Record]:
    reader = reader_of(getattr(cast, who))
    return list(Record.objects.filter(within(reader, VIEW, EXCLUDED)).order_by("pk"))


def test_the_manager_sees_all_but_what_excludes_them(cast: Cast, toys: Register) -> None:
    normal, excluding = make_toy(cast), make_excluding(cast)
    assert seen_by(cast, "alice") == [normal]
    assert seen_by(cast, "dag") == [normal, excluding]
    assert seen_by(cast, "cecilia") == []


def test_the_manager_handles_all_but_what_excludes_them(cast: Cast, toys: Register) -> None:
    check_within(make_toy(cast), VIEW, EXCLUDED, by=cast.alice, today=TODAY)
    excluding = make_excluding(cast)
    check_within(excluding, VIEW, EXCLUDED, by=cast.dag, today=TODAY)
    with pytest.raises(NotAllowed):
        check_within(excluding, VIEW, EXCLUDED, by=cast.alice, today=TODAY)


def test_somebody_elsewhere_handles_nothing_here(cast: Cast, toys: Register) -> None:
    with pytest.raises(NotAllowed):
        check_within(make_toy(cast), VIEW, EXCLUDED, by=cast.cecilia, today=TODAY)
