"""The demo's people at their browsers, and what they send."""

import html
import re
from dataclasses import dataclass
from typing import Any

from django.test import Client

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import Answered, as_
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key

WHAT = "Pärmen med Lisens nycklar glömdes på bussen"
AFFECTED = "ett barn i Höjdskolan"
DONE = "Vi ringde hittegodset samma kväll"
WORDS = (WHAT, "Lisens", AFFECTED, DONE)
TOKENS = re.compile(r'csrfmiddlewaretoken" value="[^"]+"|X-CSRFToken": "[^"]+"|nonce="[^"]+"')


@dataclass(frozen=True)
class Sent:
    """A report that has been sent: its record, and its pages."""

    record: Record

    @property
    def page(self) -> str:
        return f"/avvikelser/{self.record.reference}/"

    @property
    def steps(self) -> list[str]:
        return [f"{self.page}{step}/" for step in ("bedom", "avsluta", "ateroppna")]


def person(name: str) -> User:
    return User.objects.get(name=name)


def browser_of(name: str) -> Client:
    return as_(person(name))


def report_form(**changes: str) -> dict[str, Any]:
    unit = str(person("Bo Ek").assignments.get().unit_id)
    filled = {"what": WHAT, "affected": AFFECTED, "done": DONE, "when": "today", "worry": "3", "unit": unit}
    return {"key": new_key(), **filled, **changes}


def send_report(**changes: str) -> Sent:
    response = browser_of("Bo Ek").post("/rapportera/", report_form(**changes))
    assert response.status_code == 302, text_in(response)
    return Sent(
        Record.objects.get(kind="deviations", reference=response["Location"].split("/")[2], root__slug="bromma")
    )


def page_in(response: Answered) -> str:
    """The page as sent, without what differs each time."""
    return TOKENS.sub("", response.content.decode())


def text_in(response: Answered) -> str:
    """What the page says, as read."""
    return html.unescape(re.sub(r"<[^>]*>", " ", response.content.decode()))
