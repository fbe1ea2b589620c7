"""A unit's link as people meet it: made by the manager on its page, opened with the code word."""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.reporting import get_doors
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.factories import SECRET

KEY = "k" * 32
CODE = re.compile(r"[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}")


@dataclass(frozen=True)
class Linked:
    token: str
    word: str

    @property
    def door(self) -> str:
        return reverse(get_doors().page, args=[self.token])

    @property
    def form(self) -> str:
        return reverse("lex_sarah:link_report", args=[self.token])

    @property
    def receipt(self) -> str:
        return f"{reverse('lex_sarah:link_receipt', args=[self.token])}?nyckel={KEY}"


def make_linked(manager: User, unit: Unit) -> Linked:
    last_day = timezone.localdate() + timedelta(days=30)
    page = text_of(as_(manager).post(f"/rapportera/lankar/{unit.pk}/", {"key": KEY, "last_day": last_day.isoformat()}))
    [word] = re.findall(r'class="code">([^<]+)<', page)
    [token] = set(re.findall(r"/r/([\w-]+)/", page))
    return Linked(token, word)


def inside(linked: Linked) -> Client:
    """Somebody who has given the code word."""
    client = Client()
    assert client.post(linked.door, {"word": linked.word}).status_code == 302
    return client


def filled(**changes: object) -> dict[str, object]:
    return {"key": KEY, "what": SECRET, "law": "sol", **changes}


def reported_by_link(linked: Linked, **changes: object) -> tuple[LexSarah, str]:
    """The case, and the code its reporter got."""
    page = text_of(inside(linked).post(linked.form, filled(**changes), follow=True))
    found = CODE.search(page)
    assert found, page
    return LexSarah.objects.latest("pk"), found.group()
