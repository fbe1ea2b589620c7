"""Makes a Python environment and installs hash-checked packages in it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class CannotSetUp(Exception):
    """Set-up cannot go on; the message says why and what to do."""


def run(command: list[str], *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    """Runs quietly; raises CannotSetUp with the last lines of the output when it fails."""
    done = subprocess.run(
        command, cwd=cwd, env=env, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode == 0:
        return
    last = "\n".join(done.stdout.splitlines()[-25:])
    raise CannotSetUp(f"This command failed: {' '.join(command)}\n{last}")


def make_environment(folder: Path) -> Path:
    """Makes a virtual environment with pip, in place of any that is there, and answers its Python.

    Never through a link: what it leads to may be another folder's environment, and it would be emptied.
    """
    if folder.is_symlink():
        raise CannotSetUp(f"{folder} is a link to {folder.resolve()}, which is left as it is. Remove the link first.")
    if not _runs(sys.executable, "-c", "import venv, ensurepip"):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise CannotSetUp(
            f"Python {version} lacks the part that makes environments. On Debian: sudo apt install python{version}-venv"
        )
    run([sys.executable, "-m", "venv", "--clear", str(folder)])
    return folder / "bin/python"


def install(python: Path, lock: Path) -> None:
    """Installs what the lock names, hash by hash: with uv, four times quicker, or with pip where uv cannot run."""
    uv = str(python.parent / "uv")
    if _runs(uv, "--version"):
        run([uv, "pip", "install", "--quiet", "--python", str(python), "--require-hashes", "-r", str(lock)])
        return
    install_with_pip(python, lock)


def install_with_pip(python: Path, lock: Path) -> None:
    run([*_pip(python), "--require-hashes", "-r", str(lock)])


def install_project(python: Path) -> None:
    """Makes the `varvet` command run the code of this folder; its packages are already there."""
    run([*_pip(python), "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)])


def _pip(python: Path) -> list[str]:
    return [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]


def _runs(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
