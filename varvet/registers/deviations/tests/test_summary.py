"""A deviation on paper: for those who handle it, with everything they may read, and a trace of it."""

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.deviations.tests.factories import SECRET, closed, reported


def address_of(reference: str) -> str:
    return f"/avvikelser/{reference}/sammanfattning/"


def test_it_says_what_is_known_and_what_was_written(cast: Cast) -> None:
    page = text_of(as_(cast.alice).get(address_of(closed(cast).reference)))
    for word in ("Mottagning A", "Avslutad", "Tillbud, det var nära", "Fördröjning, Bemötande", "2026-03-26"):
        assert word in page
    for word in (SECRET, "Vi har ändrat rutinen.", "Räkna stolarna."):
        assert word in page
    assert "av Alice, Enhetschef" in page


def test_reading_it_is_noted(cast: Cast) -> None:
    deviation = reported(cast)
    as_(cast.alice).get(address_of(deviation.reference))
    read = ReadEvent.objects.filter(record_id=deviation.pk, actor_id=cast.alice.pk)
    assert sorted(read.values_list("part", flat=True)) == ["narratives", "summary"]


@pytest.mark.parametrize(("name", "status"), [("bo", 403), ("cecilia", 404), ("stranger", 404), ("gun", 404)])
def test_it_is_for_those_who_handle(cast: Cast, name: str, status: int) -> None:
    deviation = reported(cast)
    response = as_(getattr(cast, name)).get(address_of(deviation.reference))
    assert response.status_code == status
    assert SECRET not in text_of(response)
    assert not ReadEvent.objects.exists()


def test_what_it_is_tied_to_is_named_only_to_those_who_see_it(cast: Cast) -> None:
    deviation, theirs = reported(cast), reported(cast, unit=cast.b, by=cast.cecilia)
    Link.objects.create(source=deviation, target=theirs, kind=LinkKind.CONCERNS)
    assert theirs.reference not in text_of(as_(cast.alice).get(address_of(deviation.reference)))
    assert theirs.reference in text_of(as_(cast.eva).get(address_of(deviation.reference)))


def test_hostile_text_is_text(cast: Cast) -> None:
    deviation = reported(cast, what="<script>alert(1)</script>")
    page = text_of(as_(cast.alice).get(address_of(deviation.reference)))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
