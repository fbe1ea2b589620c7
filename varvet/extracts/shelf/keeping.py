"""Puts an extract in place in one step, lists what is kept, and takes away what is too old."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from varvet.extracts.shelf.kinds import ExtractKind
from varvet.extracts.shelf.manifests import LIST, MANIFEST, Kept, Manifest, read, to_json

WORK = ".work"  # what is being made; no kept extract's name begins with a dot
LOCK, WHOLE = "in_use", "whole"
FRESH = 60  # seconds


def list_kept(shelf: Path, root: str = "", kind: ExtractKind | None = None) -> list[Kept]:
    """The oldest first. Only what was put in place whole is found."""
    found = shelf.glob(f"{root or '*'}/{kind.value if kind else '*'}/*/{MANIFEST}")
    kept = [Kept(file.parent, read(file)) for file in found if not _is_hidden(file.relative_to(shelf))]
    return sorted(kept, key=lambda item: (item.manifest.imported_at, item.folder))


def _is_hidden(path: Path) -> bool:
    """What is being made, or taken away."""
    return any(part.startswith(".") for part in path.parts)


def newest(shelf: Path, root: str, kind: ExtractKind) -> Kept | None:
    kept = list_kept(shelf, root, kind)
    return kept[-1] if kept else None


def find_kept(shelf: Path, root: str, kind: ExtractKind, name: str) -> Kept | None:
    """By the name of its folder; only what is listed is ever opened."""
    return next((kept for kept in list_kept(shelf, root, kind) if kept.folder.name == name), None)


@contextmanager
def work_folder(shelf: Path) -> Iterator[Path]:
    """For its owner only, and gone when the work is done; what a process that was killed left is gone at the next."""
    parent = shelf / WORK
    parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    shelf.chmod(0o700)
    _tidy(parent)
    with tempfile.TemporaryDirectory(dir=parent) as name, (Path(name) / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Path(name)


def _tidy(parent: Path) -> None:
    for folder in parent.iterdir():
        if not _in_use(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _in_use(folder: Path) -> bool:
    """A lock goes with the process that holds it, however that ends; in its first minute it may not be taken yet."""
    if folder.stat().st_mtime > time.time() - FRESH:
        return True
    try:
        with (folder / LOCK).open("r+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def put(shelf: Path, made: Path, manifest: Manifest) -> Kept:
    """The list `made` in the work folder, with its manifest, in its place: written out to the disk, then named."""
    whole = made.parent / WHOLE
    whole.mkdir(mode=0o700)
    made.rename(whole / LIST)
    (whole / MANIFEST).touch(mode=0o600)
    (whole / MANIFEST).write_text(to_json(manifest), "utf-8")
    for path in (whole / LIST, whole / MANIFEST, whole):
        _to_disk(path)
    place = shelf / manifest.root / manifest.kind.value
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.parent.chmod(0o700)
    whole.rename(place / manifest.name)
    _to_disk(place)
    return Kept(place / manifest.name, manifest)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(kept: Kept) -> None:
    """Its name goes first, so that nobody finds half of it."""
    hidden = kept.folder.with_name(f".{kept.folder.name}")
    kept.folder.rename(hidden)
    shutil.rmtree(hidden)


def remove_older(shelf: Path, before: datetime, root: str = "") -> list[Kept]:
    """Those imported before the moment."""
    return remove_those(shelf, lambda kept: kept.manifest.imported_at < before, root)


def remove_those(shelf: Path, is_over: Callable[[Kept], bool], root: str = "") -> list[Kept]:
    """Those that are over; also what an interrupted removal left."""
    for hidden in shelf.glob("*/*/.*"):
        shutil.rmtree(hidden, ignore_errors=True)
    over = [kept for kept in list_kept(shelf, root) if is_over(kept)]
    for kept in over:
        remove(kept)
    return over
