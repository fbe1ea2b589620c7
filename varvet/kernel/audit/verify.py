"""Checks the trail: an edit, a removal, a cut, a swap or a missing version is found and named."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from varvet.kernel.audit.macs import START, mac_of, next_digest
from varvet.kernel.audit.models import AuditEvent, Seal, Stream
from varvet.kernel.audit.sealing import ROWS, Head

NAMES = {Stream.EVENTS: "event", Stream.READINGS: "reading"}


@dataclass(frozen=True)
class Finding:
    """What is wrong and where, in one sentence."""

    stream: str
    row_id: int | None
    sentence: str


def verify(exported: list[Head] | None = None) -> list[Finding]:
    """Reads the whole trail; an empty list means nothing was found. `exported` are heads kept elsewhere."""
    findings = [finding for stream in ROWS for finding in _check_stream(stream)]
    findings += _check_versions()
    findings += [finding for head in exported or [] for finding in _check_head(head)]
    return findings


def _check_stream(stream: str) -> Iterator[Finding]:
    name = NAMES[Stream(stream)]
    macs: dict[int, str] = {}
    for row in ROWS[stream].objects.order_by("pk").iterator(2000):
        macs[row.pk] = row.mac
        if mac_of(row) != row.mac:
            yield Finding(stream, row.pk, f"The {name} {row.pk} has been edited.")
    yield from _check_chain(stream, name, macs)


def _check_chain(stream: str, name: str, macs: dict[int, str]) -> Iterator[Finding]:
    digest, expected = START, 0
    for link in Seal.objects.filter(stream=stream).order_by("number").iterator(2000):
        expected += 1
        if link.number != expected:
            yield Finding(stream, None, f"The chain of {name}s lacks link {expected}.")
            expected = link.number
        if link.row_id not in macs:
            yield Finding(stream, link.row_id, f"The {name} {link.row_id} has been removed.")
            digest = link.digest
            continue
        digest = next_digest(digest, link.row_id, macs[link.row_id])
        if digest != link.digest:
            yield Finding(stream, link.row_id, f"The chain breaks at {name} {link.row_id}: replaced or moved.")
            digest = link.digest


def _check_versions() -> Iterator[Finding]:
    rows = AuditEvent.objects.filter(record_id__isnull=False, version__isnull=False).order_by("record_id", "version")
    pairs = rows.values_list("record_id", "version").iterator(2000)
    for record_id, group in groupby(pairs, key=itemgetter(0)):
        versions = [version for _, version in group if version is not None]
        missing = sorted(set(range(1, versions[-1] + 1)) - set(versions))
        if missing:
            yield Finding(Stream.EVENTS, None, f"Record {record_id} lacks the event of version {missing[0]}.")
        if len(versions) != len(set(versions)):
            yield Finding(Stream.EVENTS, None, f"Record {record_id} has two events of one version.")


def _check_head(head: Head) -> Iterator[Finding]:
    link = Seal.objects.filter(stream=head.stream, number=head.number).first()
    if head.number and (link is None or link.digest != head.digest):
        yield Finding(head.stream, None, f"The chain does not hold the exported head {head.number}: cut or rewritten.")
