"""The pages: who sees them, what they show, what they never show, and the steps by their forms."""

import csv
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast, make_person
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.once import new_key
from varvet.registers.inspections.models import Inspection
from varvet.registers.inspections.rules import Event, Finding, Sort, Status
from varvet.registers.inspections.tests.factories import (
    ANSWER,
    DEMAND,
    LINE,
    MATTERS,
    PAGES,
    SUBJECT,
    announced,
    answering,
    closed,
    decided,
    fresh,
    page_of,
    received,
    withdrawn,
)

STEPS = {event: reverse(f"inspections:{event}", args=["x"]).rsplit("/", 2)[1] + "/" for event in Event}


def today() -> str:
    return timezone.localdate().isoformat()


def listed(user: User, query: str = "") -> set[str]:
    """The references in the list's table."""
    shown = text_of(as_(user).get(f"{PAGES}{query}"))
    return {part[:13] for part in shown.split(f'class="rf"><a href="{PAGES}')[1:]}


def test_it_is_taken_in_by_its_form(cast: Cast) -> None:
    client = as_(cast.alice)
    assert client.get(f"{PAGES}ny/", follow=True).status_code == 200
    sent = {"key": new_key(), "sort": "external", "by": "ivo", "subject": SUBJECT, "unit": cast.a.pk}
    answer = client.post(f"{PAGES}ny/", {**sent, "received_on": today(), "demand": DEMAND, "also": [cast.b.pk]})
    assert answer.status_code == 302, text_of(answer)
    made = Inspection.objects.get()
    assert (made.status, made.sort, made.subject) == (Status.RECEIVED, Sort.EXTERNAL, SUBJECT)
    page = text_of(client.get(page_of(made)))
    assert DEMAND in page
    assert "Skriv svaret" in page


def test_what_lies_ahead_is_announced(cast: Cast) -> None:
    client = as_(cast.alice)
    sent = {"key": new_key(), "sort": "internal", "by": "spot-check", "subject": SUBJECT, "unit": cast.a.pk}
    answer = client.post(f"{PAGES}avisera/", {**sent, "expected_on": "2099-01-05"})
    assert answer.status_code == 302, text_of(answer)
    assert Inspection.objects.get().status == Status.ANNOUNCED


def test_a_follow_up_of_bought_care_names_its_provider(cast: Cast) -> None:
    sent = {"key": new_key(), "sort": "contract", "by": "contract", "subject": SUBJECT, "unit": cast.a.pk}
    answer = as_(cast.alice).post(f"{PAGES}ny/", {**sent, "received_on": today()})
    assert answer.status_code == 422
    assert "Skriv vilken utförare avtalet är med." in text_of(answer)


def test_the_whole_way_by_its_forms(cast: Cast) -> None:
    made, client = received(cast), as_(cast.alice)
    sent: list[tuple[Event, dict[str, object]]] = [
        (Event.ANSWER, {"words": ANSWER}),
        (Event.SEND, {"sent_on": today()}),
        (Event.DECIDE, {"decided_on": today(), "kind": "remark", "line": LINE}),
        (Event.FIND, {"kind": "nothing"}),
        (Event.FOLLOW, {"follow_on": "2099-01-05"}),
    ]
    for event, fields in sent:
        assert client.get(page_of(made, STEPS[event])).status_code == 200
        answer = client.post(page_of(made, STEPS[event]), {"version": fresh(made).version, **fields})
        assert answer.status_code == 302, text_of(answer)
    point = page_of(made, "punkt/1/")
    assert client.get(point).status_code == 200
    fields = {"unit": cast.a.pk, "important": MATTERS, "no_action": "Rutinen är ny", "version": fresh(made).version}
    assert client.post(point, fields).status_code == 302
    page = text_of(client.get(page_of(made)))
    assert MATTERS in page
    assert "Rutinen är ny" in page
    client.post(page_of(made, STEPS[Event.CLOSE]), {"version": fresh(made).version, "words": ""})
    assert fresh(made).status == Status.CLOSED


def test_closing_too_early_says_what_is_missing(cast: Cast) -> None:
    made, client = decided(cast), as_(cast.alice)
    assert "Punkt 1 har ingen åtgärd och inget skäl" in text_of(client.get(page_of(made, "avsluta/")))
    answer = client.post(page_of(made, "avsluta/"), {"version": made.version, "words": ""})
    assert answer.status_code == 422
    assert "Först saknas det på punkt 1." in text_of(answer)


def test_an_improvement_answers_a_point(cast: Cast) -> None:
    made, client = decided(cast), as_(cast.alice)
    start = f"/atgarder/ny/?fran={made.reference}&amp;del=punkt-1"
    page = text_of(client.get(page_of(made)))
    assert start in page
    assert "Saknar åtgärd eller skäl" in page
    what = {"key": new_key(), "what": "Barnen träffas före beslut", "unit": cast.a.pk, "decided_on": today()}
    assert client.post(start.replace("&amp;", "&"), what).status_code == 302
    page = text_of(client.get(page_of(made)))
    assert "Barnen träffas före beslut" in page
    assert "Saknar åtgärd eller skäl" not in page


def test_somebody_saved_first(cast: Cast) -> None:
    made, client = answering(cast), as_(cast.eva)
    answer = client.post(page_of(made, "svara/"), {"version": made.version - 1, "words": "Ett annat svar."})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Någon annan har ändrat" in page
    assert ANSWER in page
    assert "Ett annat svar." in page


def test_out_of_scope_is_not_found(cast: Cast) -> None:
    made = received(cast)
    colleague = make_person("Berit", "employee", cast.a)
    for user in (cast.cecilia, cast.stranger, cast.hugo, cast.gun, cast.bo, colleague):
        client = as_(user)
        places = ["", "fragor/", "sammanfattning/", "handlingar/sammanfattning/pdf/", *STEPS.values()]
        assert {client.get(page_of(made, place)).status_code for place in places} == {404}


def test_who_sees_but_may_not_change_is_told_so(cast: Cast) -> None:
    made = received(cast)
    client = as_(cast.dag)
    assert {client.get(page_of(made, STEPS[event])).status_code for event in Event} == {403}


def test_no_form_when_it_cannot_happen(cast: Cast) -> None:
    client, made = as_(cast.alice), withdrawn(cast)
    assert {client.get(page_of(made, STEPS[event])).status_code for event in Event} == {409}


def test_the_board_reads_what_is_decided_and_no_notes(cast: Cast) -> None:
    made, client = decided(cast), as_(cast.gun)
    noted = as_(cast.alice).post(page_of(made, "anteckna/"), {"version": made.version, "words": "Ring inspektören."})
    assert noted.status_code == 302
    page = text_of(client.get(page_of(made)))
    assert LINE in page
    assert ANSWER in page
    assert "Ring inspektören." not in page
    assert listed(cast.gun, "?lage=alla") == {made.reference}
    received(cast)
    assert listed(cast.gun, "?lage=alla") == {made.reference}


def test_a_manager_reads_what_concerns_their_unit_too(cast: Cast) -> None:
    made = received(cast, also=(cast.b,))
    assert DEMAND in text_of(as_(cast.cecilia).get(page_of(made)))
    assert as_(cast.cecilia).get(page_of(made, "svara/")).status_code == 403
    assert listed(cast.cecilia) == {made.reference}


def test_the_list_is_narrowed(cast: Cast) -> None:
    ahead, begun, done = announced(cast), received(cast, sort=Sort.INTERNAL, by="case-review"), closed(cast)
    everything = {one.reference for one in (ahead, begun, done)}
    assert listed(cast.dag, "?lage=alla") == everything
    assert listed(cast.dag) == everything - {done.reference}
    assert listed(cast.dag, "?lage=announced") == {ahead.reference}
    assert listed(cast.dag, "?lage=alla&slag=internal") == {begun.reference}
    assert listed(cast.dag, f"?lage=alla&resultat={Finding.CRITICISM}") == {done.reference}
    assert listed(cast.dag, "?lage=alla&granskare=ivo") == everything - {begun.reference}
    assert listed(cast.dag, "?lage=alla&mina=1") == set()
    assert listed(cast.dag, "?lage=%00&granskare=%00&fran=x&enhet=99999999999999") == everything


@pytest.mark.parametrize("name", ["hugo", "bo"])
def test_the_list_is_for_those_who_work_with_it(cast: Cast, name: str) -> None:
    client = as_(getattr(cast, name))
    for place in ("", "ny/", "avisera/", "fil.csv"):
        assert client.get(f"{PAGES}{place}").status_code == 403


def test_the_file_holds_what_the_list_holds_and_no_texts(cast: Cast) -> None:
    made, _ = decided(cast, subject="=1+1 granskning"), announced(cast)
    page = text_of(as_(cast.alice).get(f"{PAGES}?lage=alla"))
    assert DEMAND not in page
    response = as_(cast.alice).get(f"{PAGES}fil.csv?lage=decided")
    [row] = list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert (row["Ärende"], row["Vad som granskas"], row["Gravaste resultat"]) == (
        made.reference,
        "'=1+1 granskning",
        "Kritik",
    )
    assert DEMAND not in str(row)
    assert AuditEvent.objects.get(event="exported").data["rows"] == 1


def test_the_summary_is_a_page_and_files(cast: Cast) -> None:
    made, client = closed(cast), as_(cast.gun)
    page = text_of(client.get(page_of(made, "sammanfattning/")))
    for said in (SUBJECT, DEMAND, ANSWER, LINE, MATTERS, "Ingen åtgärd: Rutinen är redan ny"):
        assert said in page
    for form in ("pdf", "docx"):
        answer = client.get(page_of(made, f"handlingar/sammanfattning/{form}/"))
        assert answer.status_code == 200
        assert len(answer.content) > 5000
    assert client.get(page_of(made, "handlingar/annat/pdf/")).status_code == 404
    assert AuditEvent.objects.filter(event="document_taken_out").count() == 3


def test_hostile_text_is_shown_as_it_is(cast: Cast) -> None:
    made = received(cast, subject="<script>alert(1)</script>")
    for page in (text_of(as_(cast.alice).get(place)) for place in (PAGES, page_of(made))):
        assert "<script>alert(1)</script>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
