"""Contents on disk: encrypted under a random name, whole or not there at all."""

import os
import re
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from varvet.kernel.crypto.ciphers import decrypt_bytes, encrypt_bytes

TOKEN = re.compile(r"[0-9a-f]{32}")
PARTIAL = ".part"
GRACE = timedelta(days=1)  # longer than any request that is still writing


def new_token() -> str:
    return secrets.token_hex(16)


def write(token: str, content: bytes) -> None:
    """When this returns, the content is on disk under its name; when it is interrupted, there is no such name."""
    path = _path(token)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_suffix(PARTIAL)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(encrypt_bytes(content, _place(token)))
        file.flush()
        os.fsync(file.fileno())
    partial.rename(path)
    _sync(path.parent)


def read(token: str) -> bytes:
    """FileNotFoundError when it is gone; CannotRead when it was altered or exchanged for another."""
    return decrypt_bytes(_path(token).read_bytes(), _place(token))


def remove(token: str) -> None:
    _path(token).unlink(missing_ok=True)


def list_old(*, now: datetime) -> Iterator[Path]:
    """Everything that has lain for more than a day, half-written contents too."""
    for path in _folder().glob("*/*"):
        changed = datetime.fromtimestamp(path.stat().st_mtime, tz=now.tzinfo)
        if path.is_file() and changed < now - GRACE:
            yield path


def _folder() -> Path:
    folder: Path = settings.FILES_FOLDER
    return folder


def _path(token: str) -> Path:
    if not TOKEN.fullmatch(token):
        raise ValueError("not a token")
    return _folder() / token[:2] / token


def _place(token: str) -> str:
    return f"files.storedfile.{token}"


def _sync(folder: Path) -> None:
    """The new name itself must outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
