"""Files that people send wrong, by the form of a round: read whole, or one sentence at the file and nothing kept."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from varvet.extracts.tests.eight import READ, REFUSED
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.files.stored import MOST_BYTES
from varvet.registers.self_checks import queries
from varvet.registers.self_checks.models import ListCheck, Round
from varvet.registers.self_checks.tests.factories import fresh
from varvet.registers.self_checks.tests.list_factories import here, make_list_round

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def shelf(tmp_path: Path, settings: object) -> Path:
    settings.VARVET_DATA = tmp_path / "data"  # type: ignore[attr-defined]  # pytest-django's wrapper has no types
    return tmp_path / "data" / "extracts"


def send(client: Client, held: Round, content: bytes) -> tuple[int, str]:
    address = reverse("self_checks:list_new", args=[held.reference, "forhandsbedomning"])
    file = SimpleUploadedFile("lista", content)
    given = {"version": fresh(held.pk).version, "source": "Treserva", "as_of": "2026-03-31", "file": file}
    answer = client.post(address, given)
    return answer.status_code, answer.content.decode()


def test_those_that_can_be_read_are_read_alike(client: Client, cast: Cast, tmp_path: Path, shelf: Path) -> None:
    held = make_list_round(cast)
    client.force_login(cast.alice)
    for name, make in READ.items():
        make(tmp_path / name)
        assert send(client, held, (tmp_path / name).read_bytes())[0] == 302, name
    told = [queries.told_of(row) for row in ListCheck.objects.all()]
    assert [(one.read, one.aside, one.fields) for one in told] == [
        (2, 0, ("case", "sex", "received", "assessed"))
    ] * len(READ)


def test_of_the_others_nothing_is_kept(client: Client, cast: Cast, tmp_path: Path, shelf: Path) -> None:
    """What is larger than the form takes is told with the way that takes it."""
    held = make_list_round(cast)
    client.force_login(cast.alice)
    contents = {"5 GB": (b"x" * (MOST_BYTES + 1), "kommandot varvet extract import")}
    for name, (make, sentence) in REFUSED.items():
        if name not in contents:
            make(tmp_path / name)
            contents[name] = (tmp_path / name).read_bytes(), sentence
    for name, (content, sentence) in contents.items():
        status, page = send(client, held, content)
        assert (status, sentence in page, 'id="id_file_error"' in page) == (422, True, True), name
    assert not ListCheck.objects.exists()
    assert fresh(held.pk).version == held.version
    assert [path for path in shelf.rglob("*") if path.name != ".work"] == []
