"""The import contracts hold, and each catches what it forbids."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

REGISTER = "varvet/registers/deviations"
SHAPE = ("urls", "module", "views", "forms", "actions", "queries", "facts", "models", "rules")

BESIDE = ("README.md", "apps.py", "migrations", "templates", "tests")
REGISTERS = sorted(path.parent.name for path in (ROOT / "varvet/registers").glob("*/__init__.py"))


@dataclass(frozen=True)
class Breach:
    """A line that must not be: which contract says so, and the file it is added to."""

    contract: str
    file: str
    line: str


BREACHES = [
    Breach("floors", "varvet/kernel/records/numbering.py", "import varvet.registers.deviations.rules"),
    Breach("floors", "varvet/kernel/records/numbering.py", "import varvet.config.roles"),
    Breach("floors", "varvet/extracts/probe.py", "import varvet.registers.deviations.rules"),
    Breach("floors", "varvet/insight/probe.py", "import varvet.registers.deviations.facts"),
    Breach("floors", f"{REGISTER}/rules.py", "import varvet.insight"),
    Breach("floors", f"{REGISTER}/rules.py", "import varvet.demo"),
    Breach("floors", "varvet/loose.py", "import this"),
    Breach("registers", "varvet/registers/other/rules.py", "import varvet.registers.deviations.rules"),
    Breach("shape", f"{REGISTER}/rules.py", "import varvet.registers.deviations.models"),
    Breach("shape", f"{REGISTER}/facts.py", "import varvet.registers.deviations.queries"),
    Breach("shape", f"{REGISTER}/queries.py", "import varvet.registers.deviations.actions"),
    Breach("shape", f"{REGISTER}/forms.py", "import varvet.registers.deviations.views"),
    Breach("shape", f"{REGISTER}/module.py", "import varvet.registers.deviations.urls"),
    Breach("shape", f"{REGISTER}/loose.py", "import this"),
    Breach("shape", "varvet/registers/other/loose.py", "import this"),
    Breach("rules", f"{REGISTER}/rules.py", "import django.db"),
    Breach("rules", f"{REGISTER}/rules.py", "import varvet.kernel.records.models"),
    Breach("rules", "varvet/kernel/law/terms.py", "import django.utils.timezone"),
    Breach("kernel", "varvet/kernel/organisation/tree.py", "import varvet.kernel.records.models"),
    Breach("kernel", "varvet/kernel/records/errors.py", "import varvet.kernel.queue"),
    Breach("kernel", "varvet/kernel/access/checks.py", "import varvet.kernel.ui"),
    Breach("kernel", "varvet/kernel/audit/trail.py", "import varvet.kernel.access.models"),
    Breach("kernel", "varvet/kernel/files/keeping.py", "import varvet.kernel.records.models"),
    Breach("kernel", "varvet/kernel/loose.py", "import this"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program's code with a second register, to break things in."""
    folder = tmp_path_factory.mktemp("house")
    not_code = shutil.ignore_patterns("__pycache__", "static", "templates", "fonts", "data", "tests")
    shutil.copytree(ROOT / "varvet", folder / "varvet", ignore=not_code)
    shutil.copy(ROOT / "pyproject.toml", folder)
    other = folder / "varvet/registers/other"
    other.mkdir()
    for name in ("__init__", *SHAPE):
        (other / f"{name}.py").touch()
    return folder


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


def test_contracts_hold_with_one_more_register(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("register", REGISTERS)
def test_register_has_the_whole_shape(register: str) -> None:
    folder = ROOT / "varvet/registers" / register
    missing = [name for name in SHAPE if not (folder / f"{name}.py").exists() and not (folder / name).is_dir()]
    missing += [name for name in BESIDE if not (folder / name).exists()]
    assert missing == []


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.contract}: {breach.file}: {breach.line}")
def test_breach_is_caught(house: Path, breach: Breach) -> None:
    file = house / breach.file
    before = file.read_text("utf-8") if file.exists() else None
    file.write_text(f"{before or ''}\n{breach.line}\n", "utf-8")
    try:
        done = lint(house, "--contract", breach.contract)
    finally:
        file.unlink()
        if before is not None:
            file.write_text(before, "utf-8")
    assert done.returncode == 1, done.stdout
    assert "1 broken" in done.stdout, done.stdout
