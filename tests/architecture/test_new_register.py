"""`make new-register` makes a register that keeps every contract and passes its own tests, untouched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.new_register import CannotMake, Register, plan
from tests.architecture.source import NOT_OURS, ROOT, functions, is_views
from tests.architecture.test_size import complaints

NAME = "night_watches"
FOLDER = f"varvet/registers/{NAME}"


def run(folder: Path, *command: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in another folder, with one more register."""
    folder = tmp_path_factory.mktemp("copy") / "varvet"
    unwanted = (NOT_OURS - {"built", "data", "fonts"}) | {"*.ttf", "*.woff2"}
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*unwanted))
    run(folder, sys.executable, "-m", "scripts.new_register", NAME, "--label", "Nattvak")
    return folder


def test_its_own_tests_pass(copy: Path) -> None:
    said = run(copy, sys.executable, "-m", "pytest", FOLDER, "-q", "-p", "no:cacheprovider")
    assert "passed" in said
    assert "skipped" not in said


def test_it_keeps_the_contracts(copy: Path) -> None:
    run(copy, str(Path(sys.executable).parent / "lint-imports"), "--no-cache", "--no-logo")


def test_it_has_its_style(copy: Path) -> None:
    run(copy, sys.executable, "-m", "ruff", "check", FOLDER, "varvet/config")
    run(copy, sys.executable, "-m", "ruff", "format", "--check", FOLDER, "varvet/config")


def test_it_keeps_the_sizes(copy: Path) -> None:
    files = [path for path in (copy / FOLDER).rglob("*.py") if "migrations" not in path.parts]
    found = [function for path in files for function in functions(path.read_text("utf-8"), in_views=is_views(path))]
    assert found
    assert [complaint for function in found for complaint in complaints(function)] == []


def test_no_word_of_the_shape_is_left(copy: Path) -> None:
    written = [path for path in (copy / FOLDER).rglob("*.*") if path.is_file() and "__pycache__" not in path.parts]
    assert written
    assert [path for path in written if "__Model__" in path.read_text("utf-8")] == []
    assert not (copy / FOLDER / "templates/__name__").exists()


def test_other_registers_are_not_edited(copy: Path) -> None:
    before = {path.relative_to(ROOT): path.read_bytes() for path in (ROOT / "varvet/registers").rglob("*.py")}
    assert [name for name, content in before.items() if (copy / name).read_bytes() != content] == []


def test_a_chosen_prefix_and_the_address_people_read(tmp_path: Path) -> None:
    register = plan(tmp_path, "night_watches", "Nattvak på öar", "NVK")
    assert (register.prefix, register.slug) == ("NVK", "nattvak-pa-oar")
    assert register.fill('"Läsa __in_text__"') == '"Läsa nattvak på öar"'


@pytest.mark.parametrize("prefix", ["AVV", "avv", "AB", "ABCD", "A1B"])
def test_an_unusable_prefix_is_refused(prefix: str) -> None:
    with pytest.raises(CannotMake, match="three capital letters"):
        plan(ROOT, "complaints", "", prefix)


@pytest.mark.parametrize("name", ["", "Complaints", "two words", "../evil", "deviations", "_x", "a-b", "class1"])
def test_an_unusable_name_is_refused(name: str) -> None:
    with pytest.raises(CannotMake):
        plan(ROOT, name, "")


def test_prefix_is_one_that_nobody_has(tmp_path: Path) -> None:
    taken = tmp_path / "varvet/registers/comets"
    taken.mkdir(parents=True)
    (taken / "module.py").write_text('prefix="COM"', "utf-8")
    assert plan(tmp_path, "complaints", "Klagomål") == Register("complaints", "Klagomål", "COP")
