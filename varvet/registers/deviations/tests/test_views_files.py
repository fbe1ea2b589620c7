"""Files in the browser: within one's scope, as downloads that run nothing, with each reading noted."""

import logging
import re
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import Answered, as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.files import receiving, stored
from varvet.kernel.files.models import State, StoredFile
from varvet.kernel.files.stored import Upload
from varvet.kernel.files.tests import samples
from varvet.kernel.records.models import Attachment
from varvet.kernel.records.once import new_key
from varvet.kernel.records.sent_files import Removal, Sending
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import reported

pytestmark = pytest.mark.usefixtures("folder")
NAME = "Lisens nycklar.txt"
OUTSIDE = ["cecilia", "hugo", "gun", "stranger"]


def page(deviation: Deviation) -> str:
    return f"/avvikelser/{deviation.reference}/"


def own(deviation: Deviation) -> str:
    return f"/mina-rapporter/{deviation.reference}/"


def adding(deviation: Deviation) -> str:
    return f"/filer/till/{deviation.reference}/"


def attached(deviation: Deviation, by: User, name: str = NAME, content: bytes = b"Hej") -> Attachment:
    actions.add_files(deviation, Sending([Upload(name, len(content), content)], new_key(), by, NOW))
    return Attachment.objects.filter(record_id=deviation.pk).latest("pk")


def address(attachment: Attachment) -> str:
    assert attachment.file is not None
    return f"/filer/{attachment.file.token}/"


def removing(attachment: Attachment) -> str:
    return f"/filer/till/{attachment.record.reference}/{attachment.pk}/ta-bort/"


def chosen(name: str, content: bytes) -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


def form(*files: BytesIO, key: str = "") -> dict[str, object]:
    return {"key": key or new_key(), "chosen": list(files)}


def from_page(response: Answered, pattern: str) -> str:
    found = re.search(pattern, text_of(response))
    assert found is not None
    return found[1]


def test_files_are_sent_listed_and_opened(cast: Cast) -> None:
    deviation, client = reported(cast), as_(cast.bo)
    key = from_page(client.get(own(deviation)), r'name="key" value="([\w-]+)" id="file_key"')
    two = form(chosen("brev.txt", b"Hej"), chosen("bild.jpg", samples.jpeg()), key=key)
    sent = client.post(adding(deviation), two, follow=True)
    assert sent.redirect_chain[-1][0] == f"{own(deviation)}#filer"
    shown = text_of(sent)
    assert "2 filer är sparade." in shown
    assert "brev.txt" in shown
    assert "bild.jpg" in shown
    opened = client.get(from_page(sent, r'href="(/filer/[0-9a-f]{32}/)" download'))
    assert (opened.status_code, opened.content) == (200, b"Hej")


def test_a_file_comes_as_a_download_that_runs_nothing(cast: Cast) -> None:
    attachment = attached(reported(cast), cast.bo, "Möte ”å”.txt", b"<script>alert(1)</script>")
    answer = as_(cast.alice).get(address(attachment))
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert unquote(answer["Content-Disposition"]).endswith("Möte ”å”.txt")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


HOSTILE = ['a"; filename=evil.exe.txt', "a\r\nSet-Cookie: x=1.txt", "x" * 300 + ".txt", "<b>x</b>.txt"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_a_name(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    attachment = attached(deviation, cast.bo, name)
    answer = as_(cast.bo).get(address(attachment))
    assert "Set-Cookie" not in answer.headers
    assert "\n" not in answer["Content-Disposition"]
    assert re.fullmatch(r"attachment; filename=\"[^\"\\\\]*\"", answer["Content-Disposition"])
    assert "<b>x" not in text_of(as_(cast.bo).get(page(deviation)))


@pytest.mark.parametrize("name", OUTSIDE)
def test_outside_ones_scope_there_is_nothing(cast: Cast, name: str) -> None:
    deviation = reported(cast)
    attachment, client = attached(deviation, cast.bo), as_(getattr(cast, name))
    readings = ReadEvent.objects.count()
    for found in (address(attachment), adding(deviation), removing(attachment)):
        assert client.get(found).status_code == 404, found
    assert client.post(adding(deviation), form(chosen("a.txt", b"a"))).status_code == 404
    assert client.post(removing(attachment), {"version": 2, "reason": "x"}).status_code == 404
    assert StoredFile.objects.count() == 1
    assert ReadEvent.objects.count() == readings


def test_a_token_that_is_none_is_not_found(cast: Cast) -> None:
    for token in ("0" * 32, "x", "..%2f..%2fetc"):
        assert as_(cast.eva).get(f"/filer/{token}/").status_code == 404


def test_without_logging_in_there_is_only_the_door(cast: Cast, client: Client) -> None:
    deviation = reported(cast)
    attachment = attached(deviation, cast.bo)
    for found in (address(attachment), adding(deviation), removing(attachment)):
        assert "/konto/login/" in client.get(found)["Location"]
    assert "/konto/login/" in client.post(adding(deviation), form(chosen("a.txt", b"a")))["Location"]


def test_whoever_reported_reads_what_they_sent_and_no_more(cast: Cast) -> None:
    deviation = reported(cast)
    own, of_the_handler = attached(deviation, cast.bo), attached(deviation, cast.alice, "Utredning.txt")
    bo, alice = as_(cast.bo), as_(cast.alice)
    assert bo.get(address(own)).status_code == alice.get(address(own)).status_code == 200
    assert alice.get(address(of_the_handler)).status_code == 200
    assert bo.get(address(of_the_handler)).status_code == 404
    assert "Utredning.txt" in text_of(alice.get(page(deviation)))
    assert "Utredning.txt" not in text_of(bo.get(page(deviation)))


def test_each_reading_is_noted(cast: Cast) -> None:
    deviation = reported(cast)
    attachment, client = attached(deviation, cast.bo), as_(cast.alice)
    client.get(page(deviation))
    client.get(address(attachment))
    read = ReadEvent.objects.filter(actor_id=cast.alice.pk, record_id=deviation.pk).values_list("part", flat=True)
    assert {"file_names", f"file:{attachment.pk}"} <= set(read)


def test_a_file_that_waits_says_so_and_is_not_handed_out(cast: Cast, settings: Settings) -> None:
    deviation = reported(cast)
    attachment, client = attached(deviation, cast.bo), as_(cast.bo)
    settings.CLAMAV = "127.0.0.1:1"
    StoredFile.objects.update(state=State.WAITING)
    shown = text_of(client.get(page(deviation)))
    assert "Väntar på viruskontroll" in shown
    assert address(attachment) not in shown
    refused = client.get(address(attachment))
    assert refused.status_code == 409
    assert "Filen väntar på viruskontroll." in text_of(refused)
    StoredFile.objects.update(state=State.INFECTED, scanned_at=NOW)
    assert client.get(address(attachment)).status_code == 404
    assert "Skadlig kod hittades" in text_of(client.get(page(deviation)))


def test_what_is_not_taken_is_named_and_the_rest_is_kept(cast: Cast) -> None:
    deviation, client = reported(cast), as_(cast.bo)
    answer = client.post(adding(deviation), form(chosen("brev.txt", b"Hej"), chosen("<b>x.svg", b"<svg/>")))
    shown = text_of(answer)
    assert answer.status_code == 422
    assert "En fil togs inte emot" in shown
    assert "Filtypen går inte att ta emot." in shown
    assert "Filen är sparad." in shown
    assert "<b>x.svg" not in shown
    assert StoredFile.objects.count() == 1
    assert "sessionid" in client.cookies
    assert "messages" not in client.cookies, "a file's name is not kept in the browser"


def test_a_file_that_is_too_large_is_not_read_into_memory(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_BYTES", 200_000)
    monkeypatch.setattr(stored, "MOST_BYTES", 200_000)
    deviation = reported(cast)
    answer = as_(cast.bo).post(adding(deviation), form(chosen("stor.txt", b"x" * 300_000), chosen("liten.txt", b"x")))
    assert "Filen är för stor." in text_of(answer)
    assert [file.name for file in StoredFile.objects.all()] == ["liten.txt"]


def test_sixteen_megabytes_are_too_many(cast: Cast) -> None:
    answer = as_(cast.bo).post(adding(reported(cast)), form(chosen("stor.txt", b"x" * 16_000_000)))
    assert "Den får vara högst 15 MB." in text_of(answer)


def test_all_together_have_an_end(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_KEPT", 100_000)
    two = form(chosen("a.txt", b"x" * 80_000), chosen("b.txt", b"x" * 80_000))
    answer = as_(cast.bo).post(adding(reported(cast)), two)
    assert "Ärendets filer får vara högst 60 MB tillsammans." in text_of(answer)
    assert [file.name for file in StoredFile.objects.all()] == ["a.txt"]


def test_whoever_sends_without_end_is_cut_off(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_READ", 100_000)
    answer = as_(cast.bo).post(adding(reported(cast)), form(chosen("a.txt", b"x"), chosen("b.txt", b"x" * 300_000)))
    assert answer.status_code == 422
    assert "b.txt" in text_of(answer)
    assert [file.name for file in StoredFile.objects.all()] == ["a.txt"]


def test_a_single_file_without_end_is_told_to_be_too_large(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_READ", 100_000)
    answer = as_(cast.bo).post(adding(reported(cast)), form(chosen("b.txt", b"x" * 300_000)))
    assert "Filen är för stor." in text_of(answer)


@pytest.mark.parametrize("content", [b"", b"\x00\x01"])
def test_a_file_that_is_no_text_or_empty(cast: Cast, content: bytes) -> None:
    answer = as_(cast.bo).post(adding(reported(cast)), form(chosen("a.txt", content)))
    assert answer.status_code == 422
    assert not StoredFile.objects.exists()


def test_nothing_chosen_is_told(cast: Cast) -> None:
    answer = as_(cast.bo).post(adding(reported(cast)), {"key": new_key()})
    assert answer.status_code == 422
    assert "Välj minst en fil." in text_of(answer)


def test_a_file_is_removed_with_a_reason(cast: Cast) -> None:
    deviation = reported(cast)
    attachment, client = attached(deviation, cast.bo), as_(cast.alice)
    opened = client.get(removing(attachment))
    assert NAME in text_of(opened)
    version = from_page(opened, r'name="version" value="(\d+)"')
    assert client.post(removing(attachment), {"version": version, "reason": ""}).status_code == 422
    late = client.post(removing(attachment), {"version": 1, "reason": "Fel person."})
    assert "Någon annan har ändrat" in text_of(late)
    done = client.post(removing(attachment), {"version": version, "reason": "Fel person."}, follow=True)
    shown = text_of(done)
    assert "Filen är borttagen." in shown
    assert "Fel person." in shown
    assert NAME not in shown
    assert client.get(removing(attachment)).status_code == 404
    assert "Fel person." not in text_of(as_(cast.bo).get(page(deviation))), "the reason is the handlers'"


def test_whoever_reported_removes_none(cast: Cast) -> None:
    deviation = reported(cast)
    attachment, client = attached(deviation, cast.bo), as_(cast.bo)
    assert client.get(removing(attachment)).status_code == 403
    assert client.post(removing(attachment), {"version": 2, "reason": "x"}).status_code == 403
    assert removing(attachment) not in text_of(client.get(page(deviation)))


def test_names_stay_out_of_the_log(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    deviation, client = reported(cast), as_(cast.bo)
    client.post(adding(deviation), form(chosen(NAME, b"Hej"), chosen("Lisens bild.png", b"no picture")))
    attachment = Attachment.objects.get()
    for found in (page(deviation), address(attachment), adding(deviation)):
        client.get(found)
    assert actions.remove_file(deviation, Removal(attachment.pk, "Lisens", 2, cast.alice, NOW)) is None
    assert "Lisens" not in caplog.text


def test_the_receipt_leads_to_adding(cast: Cast) -> None:
    deviation = reported(cast)
    assert f'href="{adding(deviation)}"' in text_of(as_(cast.bo).get(f"{page(deviation)}kvitto/"))
