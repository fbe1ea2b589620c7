"""The installation's secret keys: from the environment, or made once in the data folder for a trial."""

import base64
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from varvet.config.env import BadEnvironment, text

FILE = "keys.env"


@dataclass(frozen=True)
class Keys:
    """session: Django's secret. texts: id -> 32 bytes, the first encrypts, all decrypt. audit: 32 bytes."""

    session: str
    texts: dict[str, bytes]
    audit: bytes


def load(data: Path, *, production: bool) -> Keys:
    """Raises BadEnvironment in production when a key is missing or has the wrong length."""
    names = ("VARVET_SECRET_KEY", "VARVET_TEXT_KEYS", "VARVET_AUDIT_KEY")
    given = {name: text(name) for name in names}
    missing = [name for name, value in given.items() if not value]
    if missing and production:
        raise BadEnvironment(f"Keys are missing: {', '.join(missing)}. `varvet keys new` prints a set to keep safe.")
    if missing:
        given |= {k: v for k, v in _trial_keys(data / FILE).items() if not given[k]}
    return Keys(
        session=given["VARVET_SECRET_KEY"],
        texts=_text_keys(given["VARVET_TEXT_KEYS"]),
        audit=_decode("VARVET_AUDIT_KEY", given["VARVET_AUDIT_KEY"]),
    )


def new() -> dict[str, str]:
    """A fresh set, as the environment wants it."""

    def key() -> str:
        return base64.b64encode(secrets.token_bytes(32)).decode()

    return {
        "VARVET_SECRET_KEY": secrets.token_urlsafe(48),
        "VARVET_TEXT_KEYS": f"k1:{key()}",
        "VARVET_AUDIT_KEY": key(),
    }


def _trial_keys(file: Path) -> dict[str, str]:
    """Those in the file, made now if there is none. BadEnvironment when the data folder cannot be used."""
    try:
        if not file.exists():
            _make(file)
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise BadEnvironment(
            f"The data folder {file.parent} cannot be used: {reason}. Name another with VARVET_DATA."
        ) from error
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(f".{os.getpid()}")
    partial.touch(mode=0o600)
    partial.write_text("".join(f"{k}={v}\n" for k, v in new().items()), "utf-8")
    try:
        os.link(partial, file)  # atomic: the first process wins, nobody overwrites a key in use
    except FileExistsError:
        pass
    finally:
        partial.unlink()


def _text_keys(value: str) -> dict[str, bytes]:
    pairs = [pair.partition(":") for pair in value.split(",")]
    return {key_id.strip(): _decode("VARVET_TEXT_KEYS", key.strip()) for key_id, _, key in pairs}


def _decode(name: str, value: str) -> bytes:
    try:
        key = base64.b64decode(value, validate=True)
    except ValueError as error:
        raise BadEnvironment(f"{name} is not base64. `varvet keys new` prints a working set.") from error
    if len(key) != 32:
        raise BadEnvironment(f"{name} is {len(key)} bytes long, it must be 32. `varvet keys new` prints a working set.")
    return key
