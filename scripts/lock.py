"""Writes the locks anew: every package with its version and hash, and no address of any index."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
FRONTEND = ROOT / "frontend"
COMPILE = (
    *(str(ROOT / ".venv/bin/uv"), "pip", "compile", "--quiet", "--custom-compile-command=make lock"),
    *("--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url"),
)


def lock_python(extra: list[str]) -> None:
    """Extra flags go to uv: `--upgrade` takes newer versions, without it the locked ones stay."""
    for name in ("base", "test", "spark", "install", "node"):
        # The tests and the extra run with the very versions that run in production.
        same = ["--constraint=base.txt"] if name in ("test", "spark") else []
        subprocess.run(
            [*COMPILE, *extra, *same, f"{name}.in", f"--output-file={name}.txt"], cwd=REQUIREMENTS, check=True
        )


def lock_frontend() -> None:
    command = ["npm", "install", "--package-lock-only", "--no-fund", "--no-audit", "--loglevel=error"]
    subprocess.run(command, cwd=FRONTEND, check=True)
    file = FRONTEND / "package-lock.json"
    lock = json.loads(file.read_text("utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    file.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    lock_python(sys.argv[1:])
    lock_frontend()
