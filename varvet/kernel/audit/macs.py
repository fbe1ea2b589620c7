"""The MAC of an audit row: a keyed hash over every field, so that an edited row shows."""

import hashlib
import hmac
import json
from datetime import UTC
from typing import Any

from django.conf import settings

from varvet.kernel.audit.models import AuditEvent, ReadEvent

START = "0" * 64


def mac_of(row: AuditEvent | ReadEvent) -> str:
    """64 hex characters over the row's fields, its id excepted: that is bound by the seal."""
    values: dict[str, Any] = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in {"id", "mac"}
    }
    values["at"] = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    return _keyed(type(row).__name__ + json.dumps(values, sort_keys=True, ensure_ascii=False))


def next_digest(before: str, row_id: int, mac: str) -> str:
    """The chain's next link: bound to the one before, the row's id and its MAC."""
    return _keyed(f"{before}:{row_id}:{mac}")


def _keyed(text: str) -> str:
    return hmac.new(settings.AUDIT_KEY, text.encode(), hashlib.sha256).hexdigest()
