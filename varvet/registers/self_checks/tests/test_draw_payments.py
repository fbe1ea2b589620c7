"""Payments are drawn day by day or week by week out of the lists that are kept, each once, with a seed of its own."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from varvet.extracts.mappings import ColumnMap
from varvet.extracts.pseudonyms import Pseudonyms, key_for
from varvet.extracts.shelf.importing import Import, keep
from varvet.extracts.shelf.kinds import ExtractKind
from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.actions.draw_payments import DrawnDays, EachDay, draw_payments
from varvet.registers.self_checks.models import Case, Draw, Frame, Round
from varvet.registers.self_checks.rules import Method, payments
from varvet.registers.self_checks.rules.library import shipped_form
from varvet.registers.self_checks.rules.planning import Frequency, Span, slots
from varvet.registers.self_checks.tests.factories import Counted, counted, form_of, fresh, last_event, make, plan_of
from varvet.registers.self_checks.tests.list_factories import here
from varvet.registers.self_checks.tests.planned import YEAR, content_of, with_rounds

__all__ = ["here"]
pytestmark = pytest.mark.usefixtures("here")
YESTERDAY = TODAY - timedelta(days=1)
FIRST, SECOND = date(2026, 3, 2), date(2026, 3, 3)
COUNTED = {FIRST: 8, SECOND: 2}  # how many cases are paid on the days


@pytest.fixture(autouse=True)
def paid(cast: Cast, settings: object, tmp_path: Path) -> None:
    """A kept list: eight cases on the first day, and two of them again on the second."""
    settings.VARVET_DATA = tmp_path  # type: ignore[attr-defined]  # as pytest-django gives it
    rows = [f"A-{n};{'kvinna' if n % 2 else 'man'};{day}" for day, count in COUNTED.items() for n in range(count)]
    file = tmp_path / "utbetalningar.csv"
    file.write_text("\r\n".join(["Ärende;Kön;Utbetald", *rows]), "utf-8")
    asked = Import(file, cast.root.slug, ExtractKind.PAYMENTS, ColumnMap("Ekonomi"))
    keep(asked, of_root(cast), tmp_path / "extracts", NOW)


def of_root(cast: Cast) -> Pseudonyms:
    return Pseudonyms(key_for(settings.AUDIT_KEY, cast.root.slug), this_year=2026)


def make_payments(cast: Cast) -> Round:
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    return make(cast, replace(plan_of(cast), method=Method.PAYMENT_CHECK, first_day=first, last_day=last))


def draw(cast: Cast, held: Round, count: int = 3, until: date = YESTERDAY) -> DrawnDays:
    return draw_payments(round_=held, wanted=EachDay(count, until), version=held.version, by=cast.alice, now=NOW)


def test_each_day_is_drawn_by_itself(cast: Cast) -> None:
    held = make_payments(cast)
    done = draw(cast, held)
    frames = list(Frame.objects.filter(round=held))
    assert [(frame.first_day, frame.last_day, frame.kind) for frame in frames[:1]] == [(FIRST, FIRST, "payments")]
    assert frames[0].size == 8
    assert Draw.objects.get(frame=frames[0]).wanted == 3
    assert len({frame.seed for frame in frames}) == len(frames)
    assert done.drawn == Case.objects.filter(round=held).count()
    codes = {of_root(cast).of(f"A-{n}") for n in range(8)}
    assert set(Case.objects.filter(round=held).values_list("code", flat=True)) <= codes
    assert {case.sex for case in Case.objects.filter(round=held)} <= {"women", "men"}


def test_drawn_again_nothing_is_drawn_twice(cast: Cast) -> None:
    held = make_payments(cast)
    draw(cast, held, until=FIRST)
    before = list(Case.objects.filter(round=held).values_list("code", flat=True))
    with pytest.raises(RuleBroken) as broken:
        draw(cast, fresh(held.pk), until=FIRST)
    assert (broken.value.code, broken.value.field) == ("self_check.payments.none", "until")
    assert list(Case.objects.filter(round=held).values_list("code", flat=True)) == before


def test_days_without_payments_can_be_drawn_when_a_newer_list_has_them(cast: Cast) -> None:
    held = make_payments(cast)
    with pytest.raises(RuleBroken) as broken:
        draw(cast, held, until=date(2026, 3, 1))
    assert broken.value.code == "self_check.payments.none"
    assert not Frame.objects.exists()


def test_the_trail_and_the_facts(cast: Cast) -> None:
    held = make_payments(cast)
    draw(cast, held, until=FIRST)
    assert last_event(held) == ("payments_drawn", cast.alice.pk, 2)
    [planned] = counted(fresh(held.pk))
    assert planned == Counted("planned", outcome="", kind="payment_check", day=date(2026, 3, 31))


def test_the_shipped_form_is_taken_where_the_root_uses_it(cast: Cast) -> None:
    shipped = shipped_form(payments.FORM)
    form = actions.create_form(root=cast.root, name=shipped.name, shipped=shipped, by=cast.eva, today=TODAY)
    version = actions.publish_form(form=form, by=cast.eva, now=NOW)
    held = make_payments(cast)
    draw(cast, held)
    assert fresh(held.pk).form_version == version


@pytest.mark.parametrize("who", ["bo", "cecilia", "dag", "stranger"])
def test_others_may_not(cast: Cast, who: str) -> None:
    held = make_payments(cast)
    with pytest.raises(NotAllowed):
        draw_payments(round_=held, wanted=EachDay(3, YESTERDAY), version=1, by=getattr(cast, who), now=NOW)
    assert not Frame.objects.exists()


def test_not_when_it_is_over_nor_another_check_nor_ahead(cast: Cast) -> None:
    held = make_payments(cast)
    with pytest.raises(RuleBroken) as broken:
        draw(cast, held, until=TODAY)
    assert broken.value.code == "self_check.payments.ahead"
    left = actions.mark_not_done(round_=held, reason="Tid saknades.", version=1, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        draw(cast, left)
    with pytest.raises(RuleBroken) as other:
        draw(cast, make(cast))
    assert other.value.code == "self_check.payments.method"


def test_an_old_version_is_not_written_over(cast: Cast) -> None:
    held = make_payments(cast)
    held.version -= 1
    with pytest.raises(StaleVersion):
        draw(cast, held)


def test_the_plan_says_how_often(cast: Cast) -> None:
    often = replace(content_of(cast, cast.a), method=Method.PAYMENT_CHECK, frequency=Frequency.WEEK)
    _, rounds = with_rounds(cast, often)
    assert len(rounds) == 12
    march = next(one for one in rounds if one.first_day == date(2026, 3, 1))
    draw_payments(round_=march, wanted=EachDay(3, YESTERDAY), version=march.version, by=cast.alice, now=NOW)
    [frame] = Frame.objects.filter(round=march)
    assert (frame.first_day, frame.last_day, frame.size) == (date(2026, 3, 2), date(2026, 3, 8), 8)


def test_from_the_list_to_cases_on_the_page(client: Client, cast: Cast) -> None:
    held = make_payments(cast)
    client.force_login(cast.alice)
    page = reverse("self_checks:payments", args=[held.reference])
    assert page in client.get(reverse("self_checks:page", args=[held.reference])).content.decode()
    assert "Inget är draget än" in client.get(page).content.decode()
    assert client.post(page, form_of(held, count=2, until=FIRST.isoformat())).status_code == 302
    shown = client.get(page).content.decode()
    assert Frame.objects.get(round=held).sha256 in shown
    assert "2 utbetalningar är dragna." in shown
    assert client.post(page, form_of(fresh(held.pk), count=2, until=FIRST.isoformat())).status_code == 422
    assert Case.objects.filter(round=held).count() == 2


@pytest.mark.parametrize(("who", "status"), [("bo", 404), ("cecilia", 404), ("stranger", 404), ("dag", 200)])
def test_who_sees_the_page(client: Client, cast: Cast, who: str, status: int) -> None:
    client.force_login(getattr(cast, who))
    page = client.get(reverse("self_checks:payments", args=[make_payments(cast).reference]))
    assert page.status_code == status
    assert b'name="count"' not in page.content


def test_another_check_has_no_such_page(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    assert client.get(reverse("self_checks:payments", args=[make(cast).reference])).status_code == 404


MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))  # a Sunday to a Tuesday


def test_weeks_are_cut_where_the_round_begins_and_ends() -> None:
    weeks = payments.periods(MARCH, Frequency.WEEK)
    assert [(one.first.day, one.last.day) for one in weeks] == [(1, 1), (2, 8), (9, 15), (16, 22), (23, 29), (30, 31)]
    assert len(payments.periods(MARCH, Frequency.DAY)) == 31


def test_only_what_is_over_and_not_drawn_is_left() -> None:
    left = payments.to_draw(MARCH, Frequency.WEEK, date(2026, 3, 14), {date(2026, 3, 2)})
    assert [one.first.day for one in left] == [1]
    assert [one.first.day for one in payments.to_draw(MARCH, Frequency.DAY, date(2026, 3, 2), ())] == [1, 2]


def test_when_all_is_drawn_a_later_day_is_asked_for() -> None:
    with pytest.raises(RuleBroken) as broken:
        payments.check_days(date(2026, 3, 2), TODAY, ())
    assert (broken.value.code, broken.value.field) == ("self_check.payments.drawn", "until")


@pytest.mark.parametrize("often", [Frequency.WEEK, Frequency.DAY])
def test_a_plan_of_days_or_weeks_makes_a_round_a_month(often: Frequency) -> None:
    assert len(slots(often, YEAR, YEAR)) == 12
