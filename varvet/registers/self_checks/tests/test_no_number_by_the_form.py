"""A list full of personal numbers, sent by the form and counted in the process of its own: none is found anywhere."""

import logging
import tempfile
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from varvet.extracts.apart import calling
from varvet.extracts.tests.test_no_number_is_kept import WRITTEN, digits_in, unpacked
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.registers.self_checks.actions.compute_list import compute
from varvet.registers.self_checks.models import ListCheck
from varvet.registers.self_checks.rules.list_check import ListState
from varvet.registers.self_checks.tests.list_factories import make_list_round

HEADING = ("Ärende", "Personnummer", "Kön", "Enhet", "Grupp", "Inkom", "Förhandsbedömd")
NOTES, PADDING = 4, "x" * 30_000  # so that the whole is larger than what Django itself would keep in memory
IN_MEMORY = 2_500_000  # bytes


def listed(heading: str) -> bytes:
    known = [(way, way, "kvinna", f"Enhet {way}", way, "2026-02-01", "2026-02-05") for way in WRITTEN]
    rows = [";".join((*row, *[f"Mor {row[0]} {PADDING}"] * NOTES)) for row in known]
    return "\r\n".join([heading, *rows]).encode()


@pytest.fixture
def written(tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All that is written lies here: the data, and what this process and the other call temporary."""
    (tmp_path / "tmp").mkdir()
    settings.VARVET_DATA = tmp_path / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(calling, "SURROUNDINGS", calling.SURROUNDINGS | {"TMPDIR": str(tmp_path / "tmp")})
    return tmp_path


def found_in(folder: Path) -> set[str]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    packed = [unpacked(file) for file in files if file.suffix == ".parquet"]
    names = [str(file).encode() for file in folder.rglob("*")]
    return digits_in(b"".join([*names, *packed, *(file.read_bytes() for file in files)]))


def test_no_number_is_left(client: Client, cast: Cast, written: Path, caplog: pytest.LogCaptureFixture) -> None:
    held = make_list_round(cast)
    client.force_login(cast.alice)
    address = reverse("self_checks:list_new", args=[held.reference, "forhandsbedomning"])
    with caplog.at_level(logging.DEBUG):
        heading = ";".join([*HEADING, *["Anteckning"] * NOTES])
        pages = [_sent(client, address, held.version, listed(heading))]
        row = ListCheck.objects.get()
        compute(row, now=NOW)
        for name in ("list_result", "list_codes"):
            page = client.get(reverse(f"self_checks:{name}", args=[held.reference, row.token]))
            assert page.status_code == 200
            pages.append(page.content)
        pages.append(_sent(client, address, held.version, listed(WRITTEN[0])))
    assert ListCheck.objects.get().state == ListState.COUNTED
    assert (row.folder / "list.parquet").exists()
    assert found_in(written) == set()
    tables = [list(model._default_manager.values_list()) for model in apps.get_models(include_auto_created=True)]
    assert digits_in(repr(tables).encode()) == set()
    assert digits_in(caplog.text.encode()) == set()
    assert [digits_in(page) for page in pages] == [set()] * len(pages)


def _sent(client: Client, address: str, version: int, content: bytes) -> bytes:
    assert len(content) > IN_MEMORY
    given = {"version": version, "source": "Treserva", "as_of": "2026-03-31"}
    answer = client.post(address, {**given, "file": SimpleUploadedFile("lista.csv", content)})
    return answer.content + repr(sorted(answer.headers.items())).encode()
