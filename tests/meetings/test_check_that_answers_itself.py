"""The check "is what came in raised at the staff meeting": answered by the meetings, never without somebody."""

from datetime import date

import pytest

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.organisation.models import Category
from varvet.registers.deviations.tests import factories as deviations
from varvet.registers.meetings import actions
from varvet.registers.meetings.actions import Held
from varvet.registers.meetings.tests.factories import answered, change, opened
from varvet.registers.self_checks.models import Round
from varvet.registers.self_checks.rules.measured import measure_of
from varvet.registers.self_checks.tests import factories as self_checks

MARCH = (date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def asked(cast: Cast) -> Round:
    """Planned for March, with the question that the shipped plan answers by a figure."""
    made = self_checks.make(cast)
    question = Category.objects.create(list=made.question.list, code="h-1-1", label_sv="H.1.1 Lyfts avvikelser?")
    Round.objects.filter(pk=made.pk).update(question=question, first_day=MARCH[0], last_day=MARCH[1])
    return Round.objects.get(pk=made.pk)


def raise_one_of_two(cast: Cast) -> None:
    deviations.assessed(cast)
    deviations.reported(cast)
    sheet = opened(cast)
    answered(sheet, sheet.lines.all()[0], cast)
    actions.hold(change(sheet, cast.alice), Held(TODAY, 9))


def sent(round_: Round, part: int, whole: int) -> dict[str, str]:
    return {"version": str(round_.version), "part": str(part), "whole": str(whole)}


def test_only_the_question_of_the_shipped_plan_has_a_figure() -> None:
    assert (measure_of("h-1-1"), measure_of("a-1-1"), measure_of("")) == ("meetings.raised_share", "", "")


@pytest.mark.facts_differ
def test_the_figure_is_shown_and_taken_over_with_one_tap(cast: Cast, asked: Round) -> None:
    client, page = as_(cast.alice), f"/egenkontroll/{asked.reference}/"
    assert "Det här är redan räknat" not in client.get(page).content.decode()
    raise_one_of_two(cast)
    shown = client.get(page).content.decode()
    assert "1 av 2." in shown
    assert Round.objects.get(pk=asked.pk).fulfilled is None
    client.post(f"{page}siffra/", sent(asked, 1, 2))
    found = Round.objects.get(pk=asked.pk)
    assert (found.status, found.fulfilled, found.sample, found.census) == ("performed", 1, 2, True)
    assert client.post(f"{page}siffra/", sent(found, 1, 2)).status_code == 404


@pytest.mark.facts_differ
def test_what_the_person_did_not_see_is_not_taken(cast: Cast, asked: Round) -> None:
    raise_one_of_two(cast)
    client, page = as_(cast.alice), f"/egenkontroll/{asked.reference}/"
    answer = client.post(f"{page}siffra/", sent(asked, 2, 2), follow=True)
    assert "Siffran har ändrats" in answer.content.decode()
    assert client.post(f"{page}siffra/", {"version": "1", "part": "x", "whole": "2"}).status_code == 404
    assert Round.objects.get(pk=asked.pk).status == "planned"


@pytest.mark.facts_differ
def test_others_take_nothing(cast: Cast, asked: Round) -> None:
    raise_one_of_two(cast)
    address = f"/egenkontroll/{asked.reference}/siffra/"
    assert as_(cast.dag).post(address, sent(asked, 1, 2)).status_code == 403
    for person in (cast.cecilia, cast.stranger, cast.hugo):
        assert as_(person).post(address, sent(asked, 1, 2)).status_code == 404
