"""What means harm, or is too much, is kept as it was written, shown as it was written, and does nothing."""

import html
import re
from datetime import timedelta

import pytest
from django.core import mail as mail_box
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import timezone

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.crypto.handed import follow_code
from varvet.kernel.notifications import announcing
from varvet.kernel.notifications.mail import delivery, gathering
from varvet.registers.feedback.models import KIND, Feedback, Narrative, Part
from varvet.registers.feedback.tests.visitor import Visitor, fields_of

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></form><script>alert(1)</script>",
    "{{7*7}}{% include '/etc/passwd' %}",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u202eredro tsnärflA\u202c",
    "a\x00b\x01c\x0bd\x1fe\ufffef",
    "'; DROP TABLE records_record; --",
    "%s %(x)s {0} ${HOME}",
    "&lt;b&gt; \u200b\ufeff \u2028 &amp;",
    "first\r\n\r\n  second\tthird",
]
ACTIVE = re.compile(r"<script>alert|<img src=x|onerror=alert\(1\)>", re.IGNORECASE)
MEGABYTE = "Så här är det. " * 70_000


def shows(page: str, text: str) -> None:
    """Every sign of it; a page may break lines in its own way."""
    seen = html.unescape(page.replace("<br>", "\n"))
    assert " ".join(text.split()) in " ".join(seen.split())
    assert not ACTIVE.search(page)


@pytest.mark.parametrize("text", HOSTILE)
def test_from_the_form_to_every_page(cast: Cast, text: str) -> None:
    visitor = Visitor().go(what=text, sender=text[:400])
    shows(visitor.page, text)
    assert (visitor.fields["what"], visitor.fields["sender"]) == (text, text[:400])
    code = follow_code(KIND, visitor.fields["key"])
    visitor.send()
    feedback = Feedback.objects.get()
    kept = {row.part: row.text for row in Narrative.objects.all()}
    assert kept == {Part.WHAT: text, Part.SENDER: text}, "every sign of it"
    visitor.client.post("/tyck-till/folj/", {"code": code})
    shows(visitor.client.get("/tyck-till/folj/arende/").content.decode(), text)
    eva = as_(cast.eva)
    shows(eva.get(f"/synpunkter/{feedback.reference}/").content.decode(), text)
    for address in ("/", "/synpunkter/?lage=alla"):
        assert text not in html.unescape(eva.get(address).content.decode())


@pytest.mark.parametrize("text", HOSTILE)
def test_in_what_is_added_and_asked_for(cast: Cast, text: str) -> None:
    visitor = Visitor().go()
    code = follow_code(KIND, visitor.fields["key"])
    visitor.send()
    visitor.client.post("/tyck-till/folj/", {"code": code})
    case = "/tyck-till/folj/arende/"
    form = fields_of(visitor.client.get(case).content.decode(), case)
    assert visitor.client.post(case, form | {"more": text}).status_code == 302
    shows(visitor.client.get(case).content.decode(), text)
    assert Narrative.objects.get(part=Part.ADDED).text == text


@pytest.mark.parametrize("field", ["sort", "unit", "key", "opened", "till", "nu", "latt", "sprak", "website", "total"])
@pytest.mark.parametrize("text", ["\x00", "<script>alert(1)</script>", "9" * 40, "å" * 20_001])
def test_in_what_nobody_writes(cast: Cast, field: str, text: str) -> None:
    visitor = Visitor().go()
    answer = visitor.client.post(visitor.start, visitor.fields | {"till": "kontroll", field: text})
    assert answer.status_code in {200, 422}
    assert not ACTIVE.search(answer.content.decode())
    assert not Feedback.objects.exists()


def test_a_paste_of_a_megabyte_is_told_to_be_too_long_and_comes_back_whole(cast: Cast) -> None:
    visitor = Visitor().open().press("text", sort="complaint").press("vem", what=MEGABYTE)
    assert visitor.status == 422
    assert visitor.text.count("Texten är för lång. Korta den till högst 20 000 tecken.") == 2
    assert visitor.fields["what"] == MEGABYTE
    assert "maxlength" not in visitor.page, "a browser would cut a paste without a word"
    assert visitor.press("vem", what=MEGABYTE[:19_000]).status == 200


@pytest.mark.parametrize("kind", [MULTIPART_CONTENT, "application/x-www-form-urlencoded"])
def test_more_than_the_program_reads_is_told_so(cast: Cast, kind: str) -> None:
    """Nothing of it is read; the browser still has what was written, and its page may be kept."""
    much = "å" * 3_000_000
    body = encode_multipart(BOUNDARY, {"what": much}) if kind == MULTIPART_CONTENT else f"what={much}".encode()
    answer = Client().generic("POST", "/tyck-till/exempelby/", body, content_type=kind)
    assert answer.status_code == 413
    assert "Det du skickade är för stort" in answer.content.decode()
    assert "no-store" not in Visitor().open().client.get("/tyck-till/exempelby/")["Cache-Control"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_mail_of_it_holds_no_word_of_it(cast: Cast, text: str) -> None:
    Visitor().go(what=text, sender=text, unit=str(cast.a.pk)).send()
    announcing.spread()
    now = timezone.now() + timedelta(hours=1)
    gathering.gather(now=now)
    delivery.send_waiting(now=now)
    assert [mail.to for mail in mail_box.outbox] == [[cast.alice.email]]
    sent = str(mail_box.outbox[0].message())
    assert Feedback.objects.get().reference in sent
    assert text.strip() not in sent
    assert text.strip() not in mail_box.outbox[0].body
