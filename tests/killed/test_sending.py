"""A thousand people send the public form while the server is killed under them, again and again.

Whoever saw a receipt has a record, and whoever sends once more because none came has one record all the same.
"""

import http.client
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.killed.serving import Server
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.crypto.handed import hash_of_code
from varvet.kernel.records.facts import rebuild
from varvet.kernel.records.models import OneTimeKey, Record
from varvet.kernel.records.tests.own_database import AtOnce
from varvet.registers.feedback.models import KIND, Feedback, Following, Narrative, Part
from varvet.registers.feedback.tests.visitor import the_sum
from varvet.registers.feedback.views.form_key import fresh_key

SENDINGS, SENDERS = 1_000, 6
KILLED_AFTER = (150, 500, 850)  # receipts; at a moment of its own each time
IMPATIENT = 7  # every seventh gives up when no receipt comes, the others send again
READS = 10  # every tenth reads the receipt's page, the others save its code
CODE = re.compile(r"[2-9B-Z]{5}-[2-9B-Z]{5}-[2-9B-Z]{5}")
CSRF = "c" * 32
ADDRESS = "/tyck-till/exempelby/"


@dataclass
class Sent:
    """What one person knows afterwards: what they wrote, the code they saw if any, and how often they sent it."""

    what: str
    code: str = ""
    tries: int = 0


@dataclass
class Crowd:
    server: Server
    sent: list[Sent] = field(default_factory=list)
    receipts: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def send_all(self) -> None:
        with ThreadPoolExecutor(SENDERS) as pool:
            self.sent = list(pool.map(self._person, range(SENDINGS)))

    def _person(self, number: int) -> Sent:
        sent, identity = Sent(f"Det hände nummer {number}."), fresh_key()
        form = {
            "csrfmiddlewaretoken": CSRF,
            "till": "skicka",
            "key": identity.key,
            "opened": identity.opened,
            "sort": "complaint",
            "what": sent.what,
            "total": the_sum(),  # nobody had the form open for long
        }
        while not sent.code:
            sent.tries += 1
            try:
                sent.code = self._receipt_of(urlencode(form), number)
            except (OSError, http.client.HTTPException):
                if number % IMPATIENT == 0:
                    break
                time.sleep(0.05)
        self.receipts.release()
        return sent

    def _receipt_of(self, form: str, number: int) -> str:
        """The code on the receipt, as a browser that follows the redirect reads it."""
        told = {"Cookie": f"csrftoken={CSRF}", "X-Forwarded-For": f"10.0.{number // 50}.1"}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            kind = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", ADDRESS, form, told | kind)
            answer = connection.getresponse()
            page = answer.read().decode()
            assert answer.status == 302, page
            session = re.search(r"sessionid=\w+", str(answer.headers))
            assert session
            receipt = answer.headers["Location"]
            asked = receipt if number % READS == 0 else receipt.replace("/tack/", "/tack/kod/")
            connection.request("GET", asked, headers=told | {"Cookie": session.group()})
            page = connection.getresponse().read().decode()
        finally:
            connection.close()
        found = CODE.search(page)
        assert found, page
        return found.group()


@pytest.fixture
def server(at_once: AtOnce, committed_cast: Cast, tmp_path: Path) -> Iterator[Server]:
    server = Server(at_once, tmp_path)
    server.start()
    yield server
    server.kill()


def test_whoever_saw_a_receipt_has_one_record(at_once: AtOnce, server: Server) -> None:
    crowd = Crowd(server)
    sending = threading.Thread(target=crowd.send_all)
    sending.start()
    _kill_now_and_then(crowd)
    sending.join()
    assert len(crowd.sent) == SENDINGS
    assert any(sent.tries > 1 for sent in crowd.sent), "nobody was in the middle of anything when it was killed"
    at_once.alone(lambda: _check(crowd.sent))


def _kill_now_and_then(crowd: Crowd) -> None:
    seen = 0
    for receipts in KILLED_AFTER:
        for _ in range(receipts - seen):
            crowd.receipts.acquire()
        seen = receipts
        time.sleep(random.uniform(0, 0.05))  # noqa: S311 - when, not a secret
        crowd.server.kill()
        crowd.server.start()


def _check(sent: list[Sent]) -> None:
    kept = {row.feedback_id: row.text for row in Narrative.objects.filter(part=Part.WHAT)}
    written = Counter(kept.values())
    assert max(written.values()) == 1, "a resend made a second record"
    assert set(written) <= {one.what for one in sent}
    followed = dict(Following.objects.values_list("follow_hash", "feedback_id"))
    for one in sent:
        if one.code:
            assert kept[followed[hash_of_code(KIND, one.code)]] == one.what
    assert sum(bool(one.code) for one in sent) >= SENDINGS - SENDERS * len(KILLED_AFTER)
    _check_whole(len(kept))


def _check_whole(count: int) -> None:
    """What was killed in the middle left nothing half done."""
    assert Feedback.objects.count() == Record.objects.count() == Following.objects.count() == count
    assert OneTimeKey.objects.filter(record__isnull=False).count() == OneTimeKey.objects.count() == count
    references = list(Record.objects.order_by("pk").values_list("reference", flat=True))
    assert sorted(references) == [f"{references[0][:9]}{number:04}" for number in range(1, count + 1)]
    assert rebuild(check=True).different == []
