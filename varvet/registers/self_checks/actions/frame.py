"""Keeping a frame: the list a round is drawn from, in codes, with the seed that decides the order."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from varvet.extracts.mappings import ColumnMap
from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.records import spine
from varvet.registers.self_checks.actions.remember_columns import remember_columns
from varvet.registers.self_checks.models import Frame, Round
from varvet.registers.self_checks.rules import drawing

SEED = 32  # bytes


@dataclass(frozen=True)
class FrameContent:
    """A list as it was read: `findings` as text to keep; `source` empty when nothing is remembered."""

    kind: drawing.FrameKind
    rows: tuple[drawing.Listed, ...]
    read: int
    traits: tuple[str, ...] = ()
    findings: str = ""
    source: str = ""
    columns: ColumnMap | None = None


@transaction.atomic
def keep_frame(*, round_: Round, content: FrameContent, version: int, by: User, now: datetime) -> Frame:
    """Takes the place of a frame that nothing was drawn from; one that was drawn from stays, and this is added."""
    check(by, "self_checks.perform", round_.unit, today=day_of(now))
    current = spine.lock(round_, version=version)
    drawing.check_open(current.status)
    drawing.check_frame(len(content.rows))
    Frame.objects.filter(round=current, draws__isnull=True).delete()
    last = Frame.objects.filter(round=current).aggregate(last=Max("number"))["last"] or 0
    frame = Frame.objects.create(
        round=current,
        number=last + 1,
        kind=content.kind,
        source=content.source,
        read_at=now,
        read_by=by,
        size=len(content.rows),
        read=content.read,
        findings=content.findings,
        seed=secrets.token_hex(SEED),
        sha256=drawing.hash_of(content.rows),
        traits=",".join(content.traits),
        rows=drawing.as_text(content.rows),
    )
    if content.source and content.columns:
        remember_columns(current.root, (content.source, content.kind), content.columns, now=now)
    spine.commit(current, "frame_read", by=by, data={"frame": frame.number, "rows": frame.size, "sha256": frame.sha256})
    return frame
