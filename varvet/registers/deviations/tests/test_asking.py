"""A name or a personal number in free text is asked about once, and never refused."""

import pytest

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records.models import Draft
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import words_of

FORM = "/rapportera/"
NAMED = "Anna Svensson, 850709-9805, fick vänta."


def filled(cast: Cast, **changes: object) -> dict[str, object]:
    form = {"key": "k" * 32, "what": NAMED, "when": "today", "unit": cast.a.pk, "worry": "3"}
    return {**form, **changes}


def test_it_asks_says_what_and_keeps_what_was_typed(cast: Cast) -> None:
    answer = as_(cast.bo).post(FORM, filled(cast, affected="ett barn"))
    page = text_of(answer)
    assert answer.status_code == 200
    assert "Texten är inte skickad än." in page
    assert "<q>850709-9805</q>" in page
    assert "<q>Anna Svensson</q>" in page
    assert 'name="anyway" value="1"' in page
    assert NAMED in page
    assert not Deviation.objects.exists()


def test_send_anyway_sends(cast: Cast) -> None:
    client = as_(cast.bo)
    client.post(FORM, filled(cast))
    assert client.post(FORM, filled(cast, anyway="1")).status_code == 302
    assert words_of(Deviation.objects.get()) == {"what": NAMED}


def test_what_is_mended_is_sent_by_the_ordinary_button(cast: Cast) -> None:
    client = as_(cast.bo)
    client.post(FORM, filled(cast))
    assert client.post(FORM, filled(cast, what="Ett barn fick vänta.")).status_code == 302


@pytest.mark.parametrize("field", ["what", "affected", "done"])
def test_every_free_text_is_looked_at(cast: Cast, field: str) -> None:
    changes = {"what": "Ett barn fick vänta.", field: "Vi ringde Anna."}
    answer = as_(cast.bo).post(FORM, filled(cast, **changes))
    assert "<q>Anna</q>" in text_of(answer)
    assert not Deviation.objects.exists()


def test_what_must_be_corrected_comes_first(cast: Cast) -> None:
    answer = as_(cast.bo).post(FORM, filled(cast, worry=""))
    assert answer.status_code == 422
    assert "Texten är inte skickad än." not in text_of(answer)


def test_what_was_found_is_shown_as_text(cast: Cast) -> None:
    page = text_of(as_(cast.bo).post(FORM, filled(cast, what="<b>Anna</b> & <script>alert(1)</script>")))
    assert "<script>alert" not in page
    assert "<q>Anna</q>" in page


def test_while_one_types_the_hint_comes_with_the_draft(cast: Cast) -> None:
    client = as_(cast.bo)
    hint = client.post("/rapportera/utkast/", {"what": NAMED}, headers={"HX-Request": "true"})
    assert hint.status_code == 200
    assert "Anna Svensson" in text_of(hint)
    assert Draft.objects.exists()
    calm = client.post("/rapportera/utkast/", {"what": "Ett barn fick vänta."}, headers={"HX-Request": "true"})
    assert text_of(calm).strip() == ""
