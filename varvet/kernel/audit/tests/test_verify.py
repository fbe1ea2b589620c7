"""Whoever has the database in hand but not the key is found out: each way of tampering has its finding."""

import pytest
from django.db.models import F

from varvet.kernel.audit import sealing
from varvet.kernel.audit.macs import mac_of
from varvet.kernel.audit.models import AuditEvent, ReadEvent, Seal
from varvet.kernel.audit.sealing import Head
from varvet.kernel.audit.tests.tampering import NOW, drop_triggers, write_event, write_reading
from varvet.kernel.audit.verify import verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows() -> list[AuditEvent]:
    """Three versions of a record, an event beside, and two readings: all sealed, nothing protected."""
    events = [write_event(version) for version in (1, 2, 3)]
    events.append(write_event(None, record_id=None))
    write_reading()
    write_reading("note")
    sealing.seal(now=NOW)
    drop_triggers()
    assert verify() == []
    return events


def sentences(exported: list[Head] | None = None) -> str:
    return " ".join(finding.sentence for finding in verify(exported))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("at", NOW.replace(hour=8)),
        ("actor_id", 8),
        ("actor_id", None),
        ("event", "other"),
        ("kind", "dolls"),
        ("record_id", 2),
        ("version", 4),
        ("unit_id", 4),
        ("data", {"severity": "serious", "count": 2}),
        ("mac", "0" * 64),
    ],
)
def test_an_edit_of_any_field_is_found(rows: list[AuditEvent], field: str, value: object) -> None:
    AuditEvent.objects.filter(pk=rows[2].pk).update(**{field: value})
    assert f"The event {rows[2].pk} has been edited." in sentences()


@pytest.mark.parametrize(("field", "value"), [("actor_id", 8), ("record_id", 2), ("part", "other"), ("kind", "dolls")])
def test_an_edited_reading_is_found(rows: list[AuditEvent], field: str, value: object) -> None:
    reading = ReadEvent.objects.order_by("pk")[0]
    ReadEvent.objects.filter(pk=reading.pk).update(**{field: value})
    assert f"The reading {reading.pk} has been edited." in sentences()


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_removed_event_is_found(rows: list[AuditEvent], number: int) -> None:
    AuditEvent.objects.filter(pk=rows[number].pk).delete()
    assert f"The event {rows[number].pk} has been removed." in sentences()


def test_a_removed_reading_is_found(rows: list[AuditEvent]) -> None:
    reading = ReadEvent.objects.order_by("pk")[0]
    ReadEvent.objects.filter(pk=reading.pk).delete()
    assert f"The reading {reading.pk} has been removed." in sentences()


def test_a_removed_link_is_found(rows: list[AuditEvent]) -> None:
    Seal.objects.filter(stream="events", number=2).delete()
    assert "lacks link 2" in sentences()


def test_a_removal_that_renumbers_the_links_is_found(rows: list[AuditEvent]) -> None:
    AuditEvent.objects.filter(pk=rows[3].pk).delete()
    Seal.objects.filter(stream="events", number=2).delete()
    for number in (3, 4):
        Seal.objects.filter(stream="events", number=number).update(number=F("number") - 1)
    assert "The chain breaks" in sentences()


def test_two_events_that_changed_places_are_found(rows: list[AuditEvent]) -> None:
    """Each row is whole and signed; only the chain knows which came first."""
    first, second = rows[0].pk, rows[1].pk
    for pk, new in ((first, -1), (second, first), (-1, second)):
        AuditEvent.objects.filter(pk=pk).update(id=new)
    assert f"The chain breaks at event {first}: replaced or moved." in sentences()


def test_links_that_changed_places_are_found(rows: list[AuditEvent]) -> None:
    for number, new in ((1, 99), (2, 1), (99, 2)):
        Seal.objects.filter(stream="events", number=number).update(number=new)
    assert "The chain breaks" in sentences()


def test_a_row_replaced_by_a_copy_of_another_is_found(rows: list[AuditEvent]) -> None:
    """The copy carries a true MAC, so that only the chain, and the version it repeats, give it away."""
    copy = AuditEvent.objects.filter(pk=rows[0].pk).values("at", "actor_id", "event", "version", "data", "mac")[0]
    AuditEvent.objects.filter(pk=rows[1].pk).update(**copy)
    found = sentences()
    assert f"The chain breaks at event {rows[1].pk}: replaced or moved." in found
    assert "Record 1 lacks the event of version 2." in found
    assert "Record 1 has two events of one version." in found


def test_a_version_nobody_told_of_is_found_before_it_is_sealed() -> None:
    drop_triggers()
    rows = [write_event(version) for version in (1, 2, 3)]
    AuditEvent.objects.filter(pk=rows[1].pk).delete()
    assert sentences() == "Record 1 lacks the event of version 2."


@pytest.mark.parametrize("kept", [0, 2])
def test_a_trail_cut_off_with_its_links_is_found_by_an_exported_head(rows: list[AuditEvent], kept: int) -> None:
    exported = sealing.heads()
    AuditEvent.objects.filter(pk__in=[row.pk for row in rows[kept:]]).delete()
    Seal.objects.filter(stream="events", number__gt=kept).delete()
    assert sentences() == "", "what is left is whole in itself"
    assert "The chain does not hold the exported head 4: cut or rewritten." in sentences(exported)


def test_a_trail_rewritten_by_somebody_who_has_the_key_is_found_by_an_exported_head(rows: list[AuditEvent]) -> None:
    exported = sealing.heads()
    row = AuditEvent.objects.get(pk=rows[0].pk)
    row.actor_id = 8
    AuditEvent.objects.filter(pk=row.pk).update(actor_id=8, mac=mac_of(row))
    Seal.objects.filter(stream="events").delete()
    sealing.seal(now=NOW)
    assert sentences() == ""
    assert "exported head 4" in sentences(exported)


def test_an_older_head_still_holds_when_the_trail_has_grown(rows: list[AuditEvent]) -> None:
    exported = sealing.heads()
    write_event(4)
    sealing.seal(now=NOW)
    assert verify(exported) == []


def test_an_emptied_trail_shows_by_its_links(rows: list[AuditEvent]) -> None:
    AuditEvent.objects.all().delete()
    assert sentences().count("has been removed") == 4
