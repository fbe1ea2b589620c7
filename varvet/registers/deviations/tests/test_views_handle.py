"""Handling in the browser: outside one's scope is 404, not one's to do 403, not now 409, and nothing typed is lost."""

import re

import pytest
from django.test import Client

from varvet.kernel.access.tests.browsing import Answered, as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.records.models import Link, LinkKind
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import SECRET, assessed, closed, reported, words_of

STEPS = ("bedom", "avsluta", "ateroppna")
WRITTEN = "Det här har jag suttit länge med."


def address(deviation: Deviation, step: str = "") -> str:
    return f"/avvikelser/{deviation.reference}/" + (f"{step}/" if step else "")


def about(cast: Cast, **changes: object) -> dict[str, object]:
    chosen = {"version": 1, "nature": "deviation", "risk": "2-3", "note": WRITTEN}
    return {**chosen, "categories": [cast.type_called("delay").pk], **changes}


def version_in(response: Answered) -> str:
    found = re.search(r'name="version" value="(\d+)"', text_of(response))
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", ["cecilia", "hugo", "gun", "stranger"])
def test_outside_ones_scope_it_is_not_there(cast: Cast, name: str) -> None:
    deviation, client = reported(cast), as_(getattr(cast, name))
    for step in ("", "kvitto", *STEPS):
        assert client.get(address(deviation, step)).status_code == 404
    for step in STEPS:
        assert client.post(address(deviation, step), about(cast)).status_code == 404
    assert not ReadEvent.objects.exists()


@pytest.mark.parametrize("step", STEPS)
def test_the_reporter_sees_it_but_does_not_handle_it(cast: Cast, step: str) -> None:
    deviation, client = reported(cast), as_(cast.bo)
    assert client.get(address(deviation)).status_code == 200
    assert client.get(address(deviation, step)).status_code == 403
    assert client.post(address(deviation, step), {}).status_code == 403
    filled = about(cast, feedback="Nej.", reason="Nej.")
    response = client.post(address(deviation, step), filled)
    assert response.status_code == 403
    assert "Enhetschef".lower() in text_of(response).lower(), "the page says who could"


@pytest.mark.parametrize(("step", "make"), [("bedom", closed), ("avsluta", reported), ("ateroppna", assessed)])
def test_what_cannot_happen_now_says_so(cast: Cast, step: str, make: object) -> None:
    assert callable(make)
    deviation, client = make(cast), as_(cast.alice)
    opened = client.get(address(deviation, step))
    assert opened.status_code == 409
    assert "Därför går det inte" in text_of(opened)
    filled = about(cast, version=deviation.version, feedback=WRITTEN, reason=WRITTEN)
    sent = client.post(address(deviation, step), filled)
    assert sent.status_code == 422
    assert "Därför går det inte" in text_of(sent)
    assert WRITTEN in text_of(sent)


def test_from_report_to_reopening(cast: Cast) -> None:
    deviation, client = reported(cast), as_(cast.alice)
    assert client.post(address(deviation, "bedom"), about(cast)).status_code == 302
    assert client.post(address(deviation, "avsluta"), {"version": 2, "feedback": "Så blev det."}).status_code == 302
    assert client.post(address(deviation, "ateroppna"), {"version": 3, "reason": "Igen."}).status_code == 302
    deviation.refresh_from_db()
    assert (deviation.status, deviation.version) == ("reopened", 4)


@pytest.mark.parametrize(
    ("step", "filled"),
    [
        ("bedom", {"nature": "", "note": WRITTEN}),
        ("bedom", {"categories": [], "note": WRITTEN}),
        ("bedom", {"risk": "6-1", "note": WRITTEN}),
        ("bedom", {"risk": "", "note": WRITTEN}),
        ("bedom", {"version": "", "note": WRITTEN}),
    ],
)
def test_what_was_typed_stays(cast: Cast, step: str, filled: dict[str, object]) -> None:
    deviation = reported(cast)
    response = as_(cast.alice).post(address(deviation, step), about(cast, **filled))
    assert response.status_code == 422
    assert WRITTEN in text_of(response)
    deviation.refresh_from_db()
    assert deviation.version == 1


def test_a_category_of_another_list_is_no_choice(cast: Cast) -> None:
    deviation = reported(cast)
    response = as_(cast.alice).post(address(deviation, "bedom"), about(cast, categories=["999999"]))
    assert response.status_code == 422


def test_whoever_was_late_keeps_the_text_and_can_send_again(cast: Cast) -> None:
    """Eva closed and reopened nothing; she only assessed first, and Alice closes on what she knew."""
    deviation = assessed(cast)
    late = {"version": 1, "feedback": WRITTEN}
    response = as_(cast.alice).post(address(deviation, "avsluta"), late)
    assert response.status_code == 422
    assert f"Någon annan har ändrat {deviation.reference} medan du skrev." in text_of(response)
    assert WRITTEN in text_of(response)
    assert version_in(response) == "2"
    assert "feedback" not in words_of(deviation)
    assert as_(cast.alice).post(address(deviation, "avsluta"), {**late, "version": 2}).status_code == 302
    assert words_of(deviation)["feedback"] == WRITTEN


def test_a_form_opens_on_the_current_version(cast: Cast) -> None:
    deviation = assessed(cast)
    assert version_in(as_(cast.alice).get(address(deviation, "avsluta"))) == "2"


def test_each_reading_is_noted(cast: Cast) -> None:
    deviation = assessed(cast)
    as_(cast.alice).get(address(deviation))
    as_(cast.eva).get(address(deviation, "avsluta"))
    read = ReadEvent.objects.order_by("pk").values_list("kind", "record_id", "part", "actor_id")
    expected = [("deviations", deviation.pk, "narratives", by.pk) for by in (cast.alice, cast.eva)]
    assert list(read) == expected


def test_the_reporter_does_not_read_the_handlers_notes(cast: Cast) -> None:
    deviation = assessed(cast, note="Prata med HR.")
    assert "Prata med HR." in text_of(as_(cast.alice).get(address(deviation)))
    assert "Prata med HR." not in text_of(as_(cast.bo).get(address(deviation)))


def test_only_what_one_may_do_is_offered(cast: Cast) -> None:
    deviation = assessed(cast)
    closing = f'href="{address(deviation, "avsluta")}"'
    assert closing in text_of(as_(cast.alice).get(address(deviation)))
    assert closing not in text_of(as_(cast.bo).get(address(deviation)))


def test_many_events_at_once_are_registered_once(cast: Cast) -> None:
    client = as_(cast.alice)
    filled = {"key": "t" * 32, "unit": cast.a.pk, "month": "2026-02", "count": 12, "nature": "deviation"}
    filled["category"] = cast.type_called("delay").pk
    first, second = client.post("/avvikelser/samlat/", filled), client.post("/avvikelser/samlat/", filled)
    assert first.status_code == second.status_code == 302
    assert Deviation.objects.get().tally_count == 12


@pytest.mark.parametrize("changes", [{"count": "1"}, {"count": "501"}, {"month": "2999-01"}, {"month": "februari"}])
def test_a_tally_that_cannot_be_keeps_its_words(cast: Cast, changes: dict[str, object]) -> None:
    filled = {"key": "t" * 32, "unit": cast.a.pk, "month": "2026-02", "count": 12, "nature": "deviation"}
    filled |= {"category": cast.type_called("delay").pk, "lesson": WRITTEN, **changes}
    response = as_(cast.alice).post("/avvikelser/samlat/", filled)
    assert response.status_code == 422
    assert WRITTEN in text_of(response)
    assert not Deviation.objects.exists()


def test_a_tally_is_not_the_reporters(cast: Cast) -> None:
    assert as_(cast.bo).get("/avvikelser/samlat/").status_code == 403


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_ways_of_asking_are_refused(cast: Cast, client: Client, method: str) -> None:
    client.force_login(cast.alice)
    assert getattr(client, method)(address(reported(cast), "bedom")).status_code == 405


def test_a_tied_record_is_named_to_those_who_may_open_it(cast: Cast) -> None:
    ours, theirs = reported(cast), reported(cast, unit=cast.b, by=cast.cecilia)
    Link.objects.create(source=theirs, target=ours, kind=LinkKind.DUPLICATE)
    for here, there in ((ours, theirs), (theirs, ours)):
        assert there.reference in text_of(as_(cast.eva).get(address(here)))
    assert theirs.reference not in text_of(as_(cast.alice).get(address(ours)))


def test_the_start_page_shows_what_waits(cast: Cast) -> None:
    deviation = reported(cast)
    page = text_of(as_(cast.alice).get("/"))
    assert f'href="{address(deviation)}"' in page
    assert SECRET not in page
    assert SECRET not in text_of(as_(cast.bo).get("/"))
    assert deviation.reference not in text_of(as_(cast.cecilia).get("/"))
    assert as_(cast.hugo).get("/").status_code == 200
