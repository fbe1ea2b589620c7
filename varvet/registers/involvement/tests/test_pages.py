"""The pages: who sees them, what they show, what they never show, and the steps by their forms."""

import csv
from io import StringIO

import pytest
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast, make_person
from varvet.kernel.audit.models import AuditEvent, ReadEvent
from varvet.kernel.records.once import new_key
from varvet.registers.involvement.models import Activity
from varvet.registers.involvement.rules import Event, Sort, Status
from varvet.registers.involvement.tests.factories import (
    HEARD,
    LINE,
    PAGES,
    WHOM,
    cancelled,
    concluded,
    decided,
    fresh,
    page_of,
    planned,
    recorded,
    unwritten,
)

STEPS = {event: reverse(f"involvement:{event}", args=["x"]).rsplit("/", 2)[1] + "/" for event in Event}


def listed(user: User, query: str = "") -> set[str]:
    """The references in the list's table."""
    shown = text_of(as_(user).get(f"{PAGES}{query}"))
    return {part[:13] for part in shown.split(f'class="rf"><a href="{PAGES}')[1:]}


def today() -> str:
    return timezone.localdate().isoformat()


def form(cast: Cast, **fields: object) -> dict[str, object]:
    return {"key": new_key(), "sort": "survey", "whom": WHOM, "unit": cast.a.pk, "day": today(), **fields}


def test_a_held_activity_is_written_in_by_its_form(cast: Cast) -> None:
    client = as_(cast.bo)
    assert client.get(f"{PAGES}ny/", follow=True).status_code == 200
    sent = form(cast, took_part="9", heard=HEARD, themes=["information"])
    answer = client.post(f"{PAGES}ny/", sent)
    activity = Activity.objects.get()
    assert answer["Location"] == page_of(activity)
    assert (activity.status, activity.method, activity.took_part) == (Status.HELD, "paper", 9)
    page = text_of(client.get(page_of(activity)))
    assert HEARD in page
    assert ReadEvent.objects.filter(record_id=activity.pk, actor_id=cast.bo.pk).exists()


def test_what_is_missing_is_said_at_the_fields(cast: Cast) -> None:
    answer = as_(cast.bo).post(f"{PAGES}ny/", {"key": new_key(), "took_part": "många"})
    page = text_of(answer)
    assert answer.status_code == 422
    for sentence in ("Välj vad det är för aktivitet.", "Skriv vilken grupp det gällde.", "Skriv antalet med siffror."):
        assert sentence in page
    assert not Activity.objects.exists()


def test_planning_by_its_form(cast: Cast) -> None:
    client = as_(cast.alice)
    sent = {"key": new_key(), "sort": "user_council", "whom": WHOM, "unit": cast.a.pk, "planned_on": "2099-01-01"}
    answer = client.post(f"{PAGES}planera/", sent)
    assert answer.status_code == 302, text_of(answer)
    activity = Activity.objects.get()
    assert (activity.status, activity.sort) == (Status.PLANNED, Sort.USER_COUNCIL)
    assert "Du får inte" not in text_of(client.get(page_of(activity)))


def test_a_draft_comes_back(cast: Cast) -> None:
    client = as_(cast.bo)
    client.post(f"{PAGES}ny/utkast/", {"whom": "Ungdomar på gården", "key": "x"})
    assert "Ungdomar på gården" in text_of(client.get(f"{PAGES}ny/", follow=True))
    assert "Ungdomar på gården" not in text_of(as_(cast.alice).get(f"{PAGES}ny/", follow=True))


def test_the_whole_way_by_its_forms(cast: Cast) -> None:
    activity, client = recorded(cast), as_(cast.bo)
    sent: list[tuple[Event, dict[str, object]]] = [
        (Event.WRITE, {"took_part": "8", "invited": "12", "heard": "De vill träffa samma person."}),
        (Event.DECIDE, {"result": "change", "result_line": LINE}),
        (Event.TELL, {"how": "meeting", "told_on": today(), "words": "Vi visade den nya kallelsen."}),
        (Event.CONCLUDE, {}),
    ]
    for event, fields in sent:
        assert client.get(page_of(activity, STEPS[event])).status_code == 200
        answer = client.post(page_of(activity, STEPS[event]), {"version": fresh(activity).version, **fields})
        assert answer.status_code == 302, text_of(answer)
    assert fresh(activity).status == Status.CONCLUDED


def test_concluding_too_early_says_what_is_missing(cast: Cast) -> None:
    activity, client = unwritten(cast), as_(cast.bo)
    page = text_of(client.get(page_of(activity, "avsluta/")))
    assert "Hur många som deltog" in page
    answer = client.post(page_of(activity, "avsluta/"), {"version": activity.version})
    assert answer.status_code == 422
    assert "Det här saknas: hur många som deltog." in text_of(answer)


def test_somebody_saved_first(cast: Cast) -> None:
    activity, client = decided(cast), as_(cast.bo)
    old = activity.version - 1
    sent = {"version": old, "result": "no_change", "result_line": "Vi väntar."}
    answer = client.post(page_of(activity, STEPS[Event.DECIDE]), sent)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Någon annan har ändrat" in page
    assert LINE in page
    assert "Vi väntar." in page


@pytest.mark.parametrize("event", Event)
def test_out_of_scope_is_not_found(cast: Cast, event: Event) -> None:
    activity = recorded(cast)
    colleague = make_person("Berit", "employee", cast.a)
    for user in (cast.cecilia, cast.stranger, cast.hugo, cast.gun, colleague):
        assert as_(user).get(page_of(activity)).status_code == 404
        assert as_(user).get(page_of(activity, STEPS[event])).status_code == 404


def test_who_sees_but_may_not_change_is_told_so(cast: Cast) -> None:
    activity = recorded(cast)
    for event in Event:
        assert as_(cast.dag).get(page_of(activity, STEPS[event])).status_code == 403


def test_no_form_when_it_cannot_happen(cast: Cast) -> None:
    activity = cancelled(cast)
    for event in Event:
        assert as_(cast.bo).get(page_of(activity, STEPS[event])).status_code == 409


def test_a_manager_reads_what_their_users_took_part_in_and_changes_nothing(cast: Cast) -> None:
    activity = recorded(cast, also=(cast.b,))
    assert HEARD in text_of(as_(cast.cecilia).get(page_of(activity)))
    assert as_(cast.cecilia).get(page_of(activity, "anteckna/")).status_code == 403
    assert listed(cast.cecilia) == {activity.reference}


def test_an_improvement_begins_here_and_is_shown_back(cast: Cast) -> None:
    activity, client = recorded(cast), as_(cast.alice)
    start = f"/atgarder/ny/?fran={activity.reference}"
    assert start in text_of(client.get(page_of(activity)))
    assert activity.reference in text_of(client.get(start, follow=True))
    sent = {"key": new_key(), "what": "Ny kallelse på lätt svenska", "unit": cast.a.pk, "decided_on": today()}
    assert client.post(start, sent).status_code == 302
    assert "Ny kallelse på lätt svenska" in text_of(client.get(page_of(activity)))


def test_the_list_is_narrowed(cast: Cast) -> None:
    ahead, held, done = planned(cast), recorded(cast, sort=Sort.SURVEY), concluded(cast, unit=cast.a)
    everything = {one.reference for one in (ahead, held, done)}
    assert listed(cast.dag, "?lage=alla") == everything
    assert listed(cast.dag) == everything - {done.reference}
    assert listed(cast.dag, "?lage=planned") == {ahead.reference}
    assert listed(cast.dag, "?lage=alla&slag=survey") == {held.reference}
    assert listed(cast.dag, "?lage=alla&ledde=change") == {done.reference}
    assert listed(cast.dag, "?lage=alla&amne=information") == {held.reference, done.reference}
    assert listed(cast.dag, "?lage=alla&till=2026-03-20") == {held.reference, done.reference}
    assert listed(cast.bo, "?lage=alla&mina=1") == everything
    assert listed(cast.dag, "?lage=alla&mina=1") == set()
    assert listed(cast.dag, "?lage=%00&amne=%00&fran=x&enhet=99999999999999") == everything


def test_the_list_shows_no_text_that_people_wrote(cast: Cast) -> None:
    recorded(cast)
    page = text_of(as_(cast.dag).get(PAGES))
    assert WHOM in page
    assert HEARD not in page


@pytest.mark.parametrize("name", ["hugo", "gun"])
def test_the_list_is_for_those_who_work_with_it(cast: Cast, name: str) -> None:
    client = as_(getattr(cast, name))
    for place in ("", "ny/", "planera/", "fil.csv"):
        assert client.get(f"{PAGES}{place}").status_code == 403


def test_an_employee_lists_the_own_and_takes_out_nothing(cast: Cast) -> None:
    own, _ = recorded(cast), recorded(cast, by=cast.alice)
    assert listed(cast.bo) == {own.reference}
    assert as_(cast.bo).get(f"{PAGES}fil.csv").status_code == 403


def test_the_file_holds_what_the_list_holds(cast: Cast) -> None:
    made, _ = concluded(cast, whom="=1+1 gruppen"), planned(cast)
    response = as_(cast.alice).get(f"{PAGES}fil.csv?lage=concluded")
    [row] = list(csv.DictReader(StringIO(response.getvalue().decode("utf-8-sig")), delimiter=";"))
    assert (row["Ärende"], row["Grupp"], row["Deltog"]) == (made.reference, "'=1+1 gruppen", "9")
    assert row["Vad som ändrades, eller varför inte"] == LINE
    assert HEARD not in str(row)
    assert AuditEvent.objects.get(event="exported").data["rows"] == 1
    assert as_(cast.alice).get(f"{PAGES}fil.xlsx?lage=alla").status_code == 200
    assert as_(cast.alice).get(f"{PAGES}fil.pdf").status_code == 404


def test_hostile_text_is_shown_as_it_is(cast: Cast) -> None:
    activity = recorded(cast, whom="<script>alert(1)</script>")
    for page in (text_of(as_(cast.alice).get(place)) for place in (PAGES, page_of(activity))):
        assert "<script>alert(1)</script>" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
