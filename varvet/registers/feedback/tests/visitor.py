"""Somebody without an account and without scripts: what their browser would send of the page they see."""

import html
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.utils import timezone

from varvet.registers.feedback.rules import public


class Fields(HTMLParser):
    """The values of one form, as a browser would send them."""

    def __init__(self, form: str) -> None:
        super().__init__()
        self.form, self.inside = form, False
        self.values: dict[str, str] = {}
        self.text = self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form or given.get("action") == self.form
        if not self.inside:
            return
        if tag == "textarea":
            self.text = given["name"]
            self.values[self.text] = ""
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and self.select and ("selected" in given or self.select not in self.values):
            self.values[self.select] = given["value"]
        elif tag == "input":
            self._input(given)

    def _input(self, given: dict[str, str]) -> None:
        if given.get("type") != "radio":
            self.values[given["name"]] = given.get("value", "")
        elif "checked" in given:
            self.values[given["name"]] = given["value"]

    def handle_data(self, data: str) -> None:
        if self.text:
            self.values[self.text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "textarea" and self.text:
            self.values[self.text] = self.values[self.text].removeprefix("\n")  # Django writes one, browsers drop it
            self.text = ""
        if tag == "select":
            self.select = ""


def fields_of(page: str, form: str = "tell") -> dict[str, str]:
    reader = Fields(form)
    reader.feed(page)
    return reader.values


@dataclass
class Visitor:
    """Walks through the form of one root by pressing its buttons."""

    start: str = "/tyck-till/exempelby/"
    client: Client = field(default_factory=Client)
    page: str = ""
    status: int = 200
    address: str = ""

    def open(self, asked: str = "") -> "Visitor":
        return self.seen(self.client.get(f"{self.start}{asked}"))

    @property
    def fields(self) -> dict[str, str]:
        return fields_of(self.page)

    @property
    def text(self) -> str:
        return html.unescape(self.page)

    def press(self, till: str, **filled: str) -> "Visitor":
        """What is filled in is written over what stands there; the button is the step it leads to."""
        sent = self.fields | filled | {"till": till}
        return self.seen(self.client.post(self.start, sent, follow=True))

    def go(self, **filled: str) -> "Visitor":
        """From the first step to the last look."""
        given = {"sort": "complaint", "what": "Ingen ringde tillbaka.", "sender": ""} | filled
        unit = {"unit": given["unit"]} if "unit" in given else {}
        self.open().press("text", sort=given["sort"]).press("vem", what=given["what"], **unit)
        return self.press("kontroll", sender=given["sender"])

    def send(self) -> "Visitor":
        """Answers the sum when asked: a test is quicker than a person."""
        self.press("skicka")
        return self.press("skicka", total=the_sum()) if self.status == 422 and "h-sum" in self.page else self

    def seen(self, response: Any) -> "Visitor":
        self.page, self.status = response.content.decode(), response.status_code
        chain = getattr(response, "redirect_chain", [])
        self.address = chain[-1][0] if chain else ""
        return self


def the_sum() -> str:
    return str(sum(public.sum_of(timezone.localdate().toordinal())))
