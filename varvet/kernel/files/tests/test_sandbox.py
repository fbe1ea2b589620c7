"""Reading files in a process of their own: it tells the reason, it is stopped in time, and it has no keys."""

import subprocess
import sys

import pytest

from varvet.kernel.files import sandbox
from varvet.kernel.files.cleaning import __main__ as program
from varvet.kernel.files.kinds import Kind
from varvet.kernel.files.refusals import Reason, Refused
from varvet.kernel.files.tests import samples


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Kind.JPEG, samples.jpeg()),
        (Kind.PDF, samples.pdf()),
        (Kind.DOCX, samples.word()),
        (Kind.TXT, "Åsa\n".encode()),
    ],
)
def test_a_clean_file_comes_back(kind: Kind, content: bytes) -> None:
    kept = sandbox.clean(content, kind)
    assert kept
    assert samples.AUTHOR.encode() not in kept


def test_a_refusal_comes_back_as_its_reason() -> None:
    with pytest.raises(Refused) as refused:
        sandbox.clean(samples.png_bomb(60_000), Kind.PNG)
    assert refused.value.reason is Reason.TOO_HEAVY


def test_it_has_neither_keys_nor_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [name for name in sandbox.SURROUNDINGS if name.startswith(("VARVET", "DJANGO", "DATABASE"))]


def answered(monkeypatch: pytest.MonkeyPatch, code: int, output: bytes) -> None:
    done = subprocess.CompletedProcess(["x"], code, output, b"secret words")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: done)


@pytest.mark.parametrize(
    ("code", "output", "reason"), [(-9, b"", Reason.TOO_HEAVY), (1, b"", Reason.DAMAGED), (0, b"", Reason.DAMAGED)]
)
def test_one_that_falls_is_a_refusal_and_says_nothing_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: int, output: bytes, reason: Reason
) -> None:
    answered(monkeypatch, code, output)
    with pytest.raises(Refused) as refused:
        sandbox.clean(b"x", Kind.PDF)
    assert refused.value.reason is reason
    assert "secret" not in caplog.text


def test_one_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "LONGEST", 0.01)
    with pytest.raises(Refused) as refused:
        sandbox.clean(b"x", Kind.TXT)
    assert refused.value.reason is Reason.TOO_HEAVY


def test_memory_has_an_end() -> None:
    """A process with the program's limits cannot take more than they say."""
    code = (
        "from varvet.kernel.files.cleaning.__main__ import limit\n"
        "limit()\n"
        f"try:\n    bytearray({program.MEMORY + 500_000_000})\nexcept MemoryError:\n    print('stopped')\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=sandbox.HOME, env=sandbox.SURROUNDINGS)
    assert done.stdout.strip() == "stopped"
