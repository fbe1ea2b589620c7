"""The pages of absence and of handing over: who comes there, what they say, and what they never say."""

from datetime import timedelta

import pytest
from django.utils import timezone

from varvet.kernel.access.models import Absence, Assignment
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.records.referrals import refer
from varvet.registers.deviations import actions
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.tests.factories import reported


def of_alice(cast: Cast) -> Deviation:
    deviation = reported(cast, now=timezone.now())
    assigned = actions.assign(deviation=deviation, handler=cast.alice, version=1, by=cast.alice, now=timezone.now())
    spread()
    return assigned


def days(first: int, last: int) -> dict[str, str]:
    today = timezone.localdate()
    return {"first_day": (today + timedelta(first)).isoformat(), "last_day": (today + timedelta(last)).isoformat()}


@pytest.mark.parametrize(
    ("name", "status"), [("alice", 200), ("eva", 200), ("hugo", 200), ("bo", 403), ("dag", 403), ("gun", 403)]
)
def test_who_comes_to_the_list(cast: Cast, name: str, status: int) -> None:
    page = as_(getattr(cast, name)).get("/medarbetare/")
    assert page.status_code == status
    if status == 200:
        assert "Bo" in text_of(page)


def test_one_leads_ones_own_alone(cast: Cast) -> None:
    mine = as_(cast.alice)
    assert "Cecilia" not in text_of(mine.get("/medarbetare/"))
    for page in ("franvaro", "lamna-over"):
        assert mine.get(f"/medarbetare/{cast.bo.pk}/{page}/").status_code == 200
        assert mine.get(f"/medarbetare/{cast.cecilia.pk}/{page}/").status_code == 404
        assert as_(cast.stranger).get(f"/medarbetare/{cast.bo.pk}/{page}/").status_code == 404
    assert as_(cast.hugo).get(f"/medarbetare/{cast.bo.pk}/franvaro/").status_code == 403


def test_everybody_says_when_they_are_away(cast: Cast) -> None:
    browser = as_(cast.alice)
    deviation = of_alice(cast)
    sent = browser.post("/franvaro/", {**days(0, 4), "deputy": cast.eva.pk}, follow=True)
    assert "Eva vikarierar" in text_of(sent)
    assert f"{deviation.reference}</span>" in text_of(as_(cast.eva).get("/"))
    assert "vikarierar för Alice" in text_of(as_(cast.eva).get("/"))
    ended = browser.post(f"/franvaro/{Absence.objects.get().pk}/slut/", follow=True)
    assert "Frånvaron är slut." in text_of(ended)
    assert "vikarierar för" not in text_of(as_(cast.eva).get("/"))


def test_it_says_what_the_deputy_may_not_do(cast: Cast) -> None:
    sent = as_(cast.alice).post("/franvaro/", {**days(0, 4), "deputy": cast.cecilia.pk}, follow=True)
    assert "Cecilia får inte ta hand om allt i: Avvikelser" in text_of(sent)


@pytest.mark.parametrize("wrong", [{"last_day": ""}, {"first_day": "i morgon"}, {"deputy": "99999"}, {}])
def test_what_is_wrong_comes_back(cast: Cast, wrong: dict[str, str]) -> None:
    content = {**days(3, 4), **wrong} if wrong else days(4, 3)
    assert as_(cast.alice).post("/franvaro/", content).status_code == 422
    assert not Absence.objects.exists()


def test_nobody_ends_anothers_absence(cast: Cast) -> None:
    today = timezone.localdate()
    absence = Absence.objects.create(user=cast.alice, first_day=today, last_day=today)
    for person in (cast.bo, cast.cecilia, cast.stranger, cast.hugo):
        assert as_(person).post(f"/franvaro/{absence.pk}/slut/").status_code == 404
    assert as_(cast.eva).post(f"/franvaro/{absence.pk}/slut/").status_code == 302


def test_the_work_of_somebody_who_leaves_is_handed_over(cast: Cast) -> None:
    deviation = of_alice(cast)
    page, browser = f"/medarbetare/{cast.alice.pk}/lamna-over/", as_(cast.eva)
    assert deviation.reference in text_of(browser.get(page))
    Assignment.objects.filter(user=cast.alice).update(last_day=timezone.localdate() - timedelta(days=1))
    assert "saknar ansvarig" in text_of(as_(cast.dag).get("/"))
    sent = browser.post(page, {"to": cast.dag.pk, "reason": "Alice har slutat."}, follow=True)
    assert "1 ärende är överlämnat." in text_of(sent)
    assert "Inget att lämna över" in text_of(sent)
    assert Deviation.objects.get(pk=deviation.pk).handler == cast.dag
    assert "saknar ansvarig" not in text_of(as_(cast.dag).get("/"))


def test_the_administrator_sees_counts_alone(cast: Cast) -> None:
    deviation = of_alice(cast)
    page = f"/medarbetare/{cast.alice.pk}/lamna-over/"
    seen = text_of(as_(cast.hugo).get(page))
    assert "Avvikelser" in seen
    assert deviation.reference not in seen
    sent = as_(cast.hugo).post(page, {"to": cast.bo.pk, "reason": "x"}, follow=True)
    assert "1 kunde personen inte få" in text_of(sent)
    as_(cast.hugo).post(page, {"to": cast.dag.pk, "reason": "x"})
    assert Deviation.objects.get(pk=deviation.pk).handler == cast.dag


def test_a_question_about_a_record_does_not_hide_that_nobody_has_it(cast: Cast) -> None:
    """The question bears the record's number too, and is another piece of work."""
    deviation = of_alice(cast)
    refer(deviation, "lex_sarah", by=cast.alice)
    Assignment.objects.filter(user=cast.alice).update(last_day=timezone.localdate() - timedelta(days=1))
    assert "saknar ansvarig" in text_of(as_(cast.eva).get("/"))
