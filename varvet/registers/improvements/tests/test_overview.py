"""The board, the timeline, the file, what comes back, and beginning from a page that is no record."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.once import new_key
from varvet.registers.improvements import actions, queries
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.rules import Effect, Status
from varvet.registers.improvements.tests.factories import (
    WHY,
    carried_out,
    decide_form_of,
    decision,
    fresh,
    history,
    make,
    make_done,
    make_planned,
    make_settled,
    planned_history,
)


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages' today is the cast's."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_the_board_has_a_column_for_each_state(cast: Cast) -> None:
    planned, done, settled = make(cast), make_done(cast), make_settled(cast)
    ongoing = make(cast)
    actions.start(improvement=ongoing, version=ongoing.version, by=cast.alice, now=NOW)
    columns = queries.board(reader_of(cast.alice), queries.Filters()).columns
    assert {column.code: [one.pk for one in column.improvements] for column in columns} == {
        "planned": [planned.pk],
        "ongoing": [ongoing.pk],
        "waiting": [done.pk],
        "settled": [settled.pk],
    }


def test_the_board_starts_with_a_button_and_comes_back(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    board = reverse("improvements:board")
    assert 'name="next"' in client.get(board).content.decode()
    answer = client.post(reverse("improvements:start", args=[held.reference]), {"version": 1, "next": board})
    assert (answer.headers["Location"], fresh(held.pk).status) == (board, Status.ONGOING)


def test_a_press_does_not_lead_elsewhere(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.alice)
    sent = {"version": 1, "next": "https://example.org/"}
    assert client.post(reverse("improvements:start", args=[held.reference]), sent).headers["Location"] == "/"


@pytest.mark.parametrize("name", ["board", "timeline"])
def test_who_only_reads_gets_no_buttons_and_others_nothing(client: Client, cast: Cast, name: str) -> None:
    held = make(cast)
    page = text_of(as_(cast.dag).get(reverse(f"improvements:{name}")))
    assert held.what in page
    assert reverse("improvements:carry_out", args=[held.reference]) not in page
    assert held.what not in text_of(as_(cast.cecilia).get(reverse(f"improvements:{name}")))
    assert as_(cast.bo).get(reverse(f"improvements:{name}")).status_code == 403


@pytest.mark.parametrize(("query", "shown"), [("?omrade=H", True), ("?omrade=E", False), ("?mina=1", False)])
@pytest.mark.parametrize("name", ["board", "timeline"])
def test_both_are_narrowed_as_the_list(cast: Cast, name: str, query: str, *, shown: bool) -> None:
    held = make(cast)
    page = text_of(as_(cast.alice).get(reverse(f"improvements:{name}") + query))
    assert (held.what in page) is shown


def test_the_timeline_is_by_month_with_what_is_late_first(cast: Cast) -> None:
    late = make(cast, replace(decision(cast.a), due_on=TODAY - timedelta(days=1)))
    today = make(cast, replace(decision(cast.a), due_on=TODAY))
    to_judge = carried_out(make_planned(cast), cast.alice)
    far = make(cast, replace(decision(cast.a), due_on=date(2028, 1, 1)))
    make(cast, replace(decision(cast.a), due_on=None))
    line = queries.timeline(reader_of(cast.alice), queries.Filters())
    assert [due.improvement.pk for due in line.late] == [late.pk]
    assert [due.improvement.pk for due in line.later] == [far.pk]
    assert {month.first: [d.improvement.pk for d in month.dues] for month in line.months if month.dues} == {
        date(2026, 3, 1): [today.pk],
        date(2026, 5, 1): [to_judge.pk],
    }
    assert (len(line.months), line.undated) == (12, 1)


def test_the_timeline_is_a_picture_with_a_table_behind(cast: Cast) -> None:
    held = make(cast)
    page = text_of(as_(cast.alice).get(reverse("improvements:timeline")))
    assert "1 åtgärd har något som ska göras. 0 är försenade." in page
    assert "Visa som tabell" in page
    assert reverse("improvements:page", args=[held.reference]) in page


@pytest.mark.parametrize("name", ["board", "timeline", "list"])
def test_more_improvements_cost_no_more_queries(
    cast: Cast, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        carried_out(make_planned(cast), cast.alice) if number % 2 else make(cast)
    browser, address = as_(cast.alice), reverse(f"improvements:{name}")
    browser.get(address)
    with django_assert_max_num_queries(20):
        browser.get(address)


def test_the_file_is_as_narrowed_and_noted(cast: Cast) -> None:
    held = make(cast)
    answer = as_(cast.eva).get(reverse("improvements:export", args=["csv"]) + "?omrade=H&lage=alla")
    written = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]  # of a streamed answer
    assert held.what in written
    assert WHY not in written
    assert AuditEvent.objects.get(event="exported").data["rows"] == 1
    assert as_(cast.bo).get(reverse("improvements:export", args=["csv"])).status_code == 403
    assert as_(cast.eva).get(reverse("improvements:export", args=["pdf"])).status_code == 404


def test_the_third_year_in_a_row_is_said_in_list_and_on_page(cast: Cast) -> None:
    years = (2024, 2025)
    rows = [
        replace(
            history(cast.a),
            received_at=NOW.replace(year=year),
            decided_on=date(year, 3, 1),
            carried_out_on=date(year, 5, 1),
            effect_judged_on=date(year, 9, 1),
            effect=Effect.NO_EFFECT,
        )
        for year in years
    ]
    actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)
    held = make(cast)
    said = "Tredje året i rad för samma område i enheten"
    assert said in text_of(as_(cast.alice).get(reverse("improvements:list")))
    page = text_of(as_(cast.alice).get(reverse("improvements:page", args=[held.reference])))
    assert said in page
    assert all(f"ATG-{year}-0001" in page for year in years)
    assert said in text_of(as_(cast.alice).get(reverse("improvements:board")))


def test_what_comes_back_in_another_unit_is_not_this_units(cast: Cast) -> None:
    rows = [replace(planned_history(cast.b), decided_on=date(2025, 3, 1), received_at=NOW.replace(year=2025))]
    actions.import_history(rows=rows, root=cast.root, by=cast.eva, now=NOW)
    make(cast)
    assert "året i rad" not in text_of(as_(cast.alice).get(reverse("improvements:list")))


def test_it_begins_from_a_page_and_leads_back_there(cast: Cast) -> None:
    browser = as_(cast.alice)
    address = f"{reverse('improvements:decide')}?sida=/enheten/1/%3Fperiod%3D2026-t1&om=Mottagning+A"
    assert "Mottagning A" in text_of(browser.get(address, follow=True))
    words, place = "Mottagning A, tertial 1", "/enheten/1/?period=2026-t1"
    sent = {**decide_form_of(cast.a, cast.alice), "origin_words": words, "origin_address": place}
    browser.post(address, sent)
    held = Improvement.objects.get()
    assert (held.origin_words, held.origin_address) == (words, place)
    page = text_of(browser.get(reverse("improvements:page", args=[held.reference])))
    assert 'href="/enheten/1/?period=2026-t1"' in page
    assert queries.begun_on_page(reader_of(cast.alice), place) == [held]
    assert queries.begun_on_page(reader_of(cast.cecilia), place) == []


def test_the_unit_page_offers_it_and_tells_what_it_led_to(cast: Cast) -> None:
    here = reverse("unit_page:unit", args=[cast.a.pk])
    page = text_of(as_(cast.alice).get(here))
    assert "sida=%2Fenheten%2F" in page
    origin = actions.OriginPage("Mottagning A", here)
    held = make(cast, replace(decision(cast.a), origin=origin))
    assert held.reference in text_of(as_(cast.alice).get(here))


def test_a_page_elsewhere_is_no_origin(cast: Cast) -> None:
    browser = as_(cast.alice)
    address = f"{reverse('improvements:decide')}?sida=https://example.org/&om=Ond"
    assert "example.org" not in text_of(browser.get(address, follow=True)).replace("sida=https", "")
    bad = {**decide_form_of(cast.a, cast.alice), "origin_words": "Ond", "origin_address": "//example.org/"}
    assert browser.post(address, bad).status_code == 422
    assert not Improvement.objects.exists()


def test_the_form_plans_the_effect_from_the_start(cast: Cast) -> None:
    browser, address = as_(cast.alice), reverse("improvements:decide")
    sent = {**decide_form_of(cast.a, cast.alice), "how": "judgement", "judge": cast.eva.pk, "cause": "routine"}
    assert "Skriv dagen." in text_of(browser.post(address, sent))
    browser.post(address, {**sent, "key": new_key(), "effect_on": (TODAY + timedelta(days=90)).isoformat()})
    held = Improvement.objects.get()
    assert (held.cause, held.effect_plan.judge) == ("routine", cast.eva)


def test_the_judge_who_leaves_hands_the_judging_over(cast: Cast) -> None:
    held = carried_out(make_planned(cast), cast.alice)
    owned, judged = (one.rows(cast.root).filter(pk=held.pk).exists() for one in queries.HELD)
    assert (owned, judged) == (False, True)
    another = make_person("Farid", "quality_coordinator", cast.root)
    actions.reassign(held, another, "Eva slutar.", cast.eva, NOW)
    now = fresh(held.pk)
    assert (now.owner, now.effect_plan.judge) == (cast.alice, another)
    for wrong in (cast.alice, cast.dag):
        with pytest.raises(RuleBroken):
            actions.reassign(now, wrong, "Farid slutar.", cast.eva, NOW)
