"""Where texts stand, and which part's catalogue they belong to."""

from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
LANGUAGE = "en"
NOT_SHOWN = {"tests", "migrations", "catalogues", "gallery"}
FLAT = {"config", "demo", "extracts"}  # floors with one catalogue; the others have one for each of their folders


def files(package: Path, ending: str) -> Iterator[Path]:
    """The package's files with the ending, sorted, without what no reader meets."""
    for path in sorted(package.rglob(f"*{ending}")):
        if not NOT_SHOWN & {*path.relative_to(package).parts, path.stem}:
            yield path


def home_of(path: Path, package: Path = PACKAGE) -> Path:
    """The folder whose catalogue holds a file's texts: kernel/ui, registers/deviations, demo."""
    parts = path.relative_to(package).parts
    return package.joinpath(*parts[: 1 if parts[0] in FLAT else 2])


def is_made_up(path: Path, package: Path = PACKAGE) -> bool:
    """What the demo's people write is in their own language."""
    return path.suffix == ".py" and path.relative_to(package).parts[0] == "demo"


def catalogue_in(home: Path) -> Path:
    return home / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def catalogues(package: Path = PACKAGE) -> list[Path]:
    """Every catalogue there is."""
    return sorted(package.rglob("locale/*/LC_MESSAGES/django.po"))
