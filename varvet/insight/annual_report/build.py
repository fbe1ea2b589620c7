"""Building a report to files: computed once, written in each format, whole or not at all."""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from errno import EISDIR
from pathlib import Path

from varvet.insight.annual_report.compute import compute
from varvet.insight.annual_report.drawing_ahead import drawing_ahead
from varvet.insight.annual_report.drawings import Drawings, Look
from varvet.insight.annual_report.renderers import FORMATS
from varvet.insight.annual_report.value import Report
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.settings_of_root import QualityYears, quality_years
from varvet.kernel.organisation.tree import find_root, list_roots
from varvet.kernel.records.errors import Told
from varvet.kernel.records.models import Fact

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Order:
    """What to build. `formats` are keys of FORMATS."""

    root: str
    year: int
    template: str
    formats: tuple[str, ...]
    out: Path


def build(order: Order, *, progress: Progress) -> list[Path]:
    """Told for anything the order names that does not exist, before a file is touched.

    Files are written beside their place and moved there when all are whole.
    """
    check_formats(order.formats)
    root = root_called(order.root)
    check_year(root, order.year)
    progress("counting", 0, len(order.formats) + 1)
    with ExitStack() as stack:
        drawer = stack.enter_context(drawing_ahead()) if _looks(order.formats) else None
        report = compute(root, order.year, order.template)
        drawings = drawer.drawings(report.charts, _looks(order.formats)) if drawer else Drawings()
        rendered = _render_all(report, drawings, order.formats, progress)
    progress("writing", len(order.formats) + 1, len(order.formats) + 1)
    return _write(order.out, {_file(name): rendered[name] for name in order.formats})


def _looks(names: Sequence[str]) -> list[Look]:
    """Of the drawings that the formats take, paper first."""
    wanted = {look for name in names for look in FORMATS[name].looks}
    return [look for look in Look if look in wanted]


def _render_all(report: Report, drawings: Drawings, names: Sequence[str], progress: Progress) -> dict[str, bytes]:
    """Those that need fewer drawings first: the others are being drawn meanwhile."""
    rendered = {}
    waiting = sorted(names, key=lambda name: [list(Look).index(look) for look in FORMATS[name].looks])
    for number, name in enumerate(waiting, 1):
        progress(_file(name), number, len(names) + 1)
        rendered[name] = FORMATS[name].load()(report, drawings)
    return rendered


def _file(name: str) -> str:
    return f"report.{FORMATS[name].suffix}"


def render(report: Report, name: str) -> bytes:
    return FORMATS[name].load()(report, Drawings())


def root_called(slug: str) -> Unit:
    root = find_root(slug)
    if root is None:
        known = ", ".join(unit.slug for unit in list_roots())
        there = f"Choose one of: {known}." if known else "There is none yet; `varvet demo load all` makes three."
        raise Told(f"There is no organisation called {slug!r}. {there}")
    return root


def years_of(root: Unit, years: QualityYears | None = None) -> list[int]:
    """Quality years in which something was counted, newest first. `years` where they are known already."""
    months = Fact.objects.filter(root=root).dates("day", "month")
    known = years or quality_years(root)
    return sorted({int(known.of(month).name) for month in months}, reverse=True)


def check_year(root: Unit, year: int) -> None:
    years = years_of(root)
    if year in years:
        return
    if not years:
        raise Told(f"Nothing has been counted for {root.name} yet, so there is no report to build.")
    raise Told(f"{root.name} has nothing counted in {year}. There are figures from {years[-1]} to {years[0]}.")


def check_formats(names: Sequence[str]) -> None:
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise Told(f"There is no format {', '.join(unknown) or 'named'}. Choose from: {', '.join(FORMATS)}.")


def _write(out: Path, files: dict[str, bytes]) -> list[Path]:
    waiting = {out / name: out / f".{name}.{os.getpid()}" for name in files}
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            waiting[out / name].write_bytes(content)
        _check_places_free(list(waiting))
        for done, written in waiting.items():
            written.replace(done)
    except OSError as error:
        _remove(list(waiting.values()), out if made else None)
        reason = error.strerror or "unknown reason"
        raise Told(f"The report could not be written in {out}: {reason}. Nothing was left there half done.") from error
    return list(waiting)


def _check_places_free(places: list[Path]) -> None:
    """A folder where a file shall stand would be found only when the files before it had been moved."""
    taken = next((place for place in places if place.is_dir()), None)
    if taken:
        raise IsADirectoryError(EISDIR, f"{taken.name} is a folder")


def _remove(files: list[Path], folder: Path | None) -> None:
    """The folder too where it was made for these files."""
    for file in files:
        with suppress(OSError):
            file.unlink(missing_ok=True)
    if folder:
        with suppress(OSError):
            folder.rmdir()
