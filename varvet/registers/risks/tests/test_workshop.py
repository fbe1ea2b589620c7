"""A workshop: said, scored by each without a name, told from three scorers, agreed on and written in."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.risks import actions, queries
from varvet.registers.risks.actions import Plan
from varvet.registers.risks.models import Risk, Suggestion, Vote, Workshop
from varvet.registers.risks.rules import Score
from varvet.registers.risks.rules.workshops import Stage, middle_of, spread_of
from varvet.registers.risks.tests.factories import events

PLAN = "Inför flytten"


def begun(cast: Cast) -> Workshop:
    return actions.begin_workshop(Plan(cast.a, PLAN, TODAY), by=cast.alice, now=NOW)


def scoring(cast: Cast) -> tuple[Workshop, Suggestion]:
    workshop = begun(cast)
    said = actions.suggest(workshop, "Telefonerna  fungerar inte", by=cast.bo, now=NOW)
    return actions.go_on(workshop, Stage.GATHERING, by=cast.alice, now=NOW), said


def score(cast: Cast, workshop: Workshop, said: Suggestion, *given: tuple[User, Score]) -> None:
    for who, one in given:
        actions.vote(workshop, {said.pk: one}, by=who, now=NOW)


def three(cast: Cast) -> tuple[tuple[User, Score], ...]:
    return (cast.bo, Score(2, 2)), (cast.alice, Score(5, 4)), (cast.cecilia, Score(4, 3))


@pytest.mark.parametrize(("numbers", "middle"), [([1, 2, 5], 2), ([1, 2], 2), ([2, 3, 4, 5], 4), ([5], 5)])
def test_the_middle_of_two_is_the_higher(numbers: list[int], middle: int) -> None:
    assert middle_of(numbers) == middle


def test_nothing_is_told_of_fewer_than_three() -> None:
    assert spread_of([Score(1, 1), Score(5, 5)]) is None
    spread = spread_of([Score(1, 1), Score(5, 5), Score(2, 3)])
    assert spread is not None
    assert (spread.lowest, spread.middle, spread.highest, spread.consequence, spread.probability) == (1, 6.0, 25, 2, 3)


def test_each_scores_once_and_may_think_again(cast: Cast) -> None:
    workshop, said = scoring(cast)
    score(cast, workshop, said, (cast.bo, Score(2, 2)), (cast.bo, Score(3, 3)), (cast.alice, Score(1, 1)))
    assert sorted(vote.score.product for vote in Vote.objects.all()) == [1, 9]
    own = queries.own_votes(workshop, [actions.voter_of(said, cast.bo)])
    assert own[said.pk].score == Score(3, 3)


def test_nobody_sees_who_gave_what(cast: Cast) -> None:
    workshop, said = scoring(cast)
    score(cast, workshop, said, *three(cast))
    assert not AuditEvent.objects.filter(actor_id__in=[cast.bo.pk, cast.cecilia.pk], kind="risks").exists()
    assert queries.list_said(workshop)[0].spread is None  # nothing while it lasts
    before = set(Vote.objects.values_list("voter", flat=True))
    workshop = actions.go_on(workshop, Stage.SCORING, by=cast.alice, now=NOW)
    after = set(Vote.objects.values_list("voter", flat=True))
    assert (len(after), before & after) == (3, set())
    [told] = queries.list_said(workshop)
    assert told.spread is not None
    assert (told.spread.lowest, told.spread.middle, told.spread.highest) == (4, 12.0, 20)
    assert told.suggestion.agreed == Score(4, 3)


def test_of_two_nothing_is_told_and_nothing_proposed(cast: Cast) -> None:
    workshop, said = scoring(cast)
    score(cast, workshop, said, *three(cast)[:2])
    workshop = actions.go_on(workshop, Stage.SCORING, by=cast.alice, now=NOW)
    [told] = queries.list_said(workshop)
    assert (told.spread, told.suggestion.agreed) == (None, None)


def test_what_is_agreed_on_becomes_risks(cast: Cast) -> None:
    workshop, said = scoring(cast)
    workshop = actions.go_on(workshop, Stage.SCORING, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken, match="Enas om minst en"):
        actions.go_on(workshop, Stage.AGREEING, by=cast.alice, now=NOW)
    actions.agree(workshop, {said.pk: Score(4, 4)}, by=cast.alice, now=NOW)
    workshop = actions.go_on(workshop, Stage.AGREEING, by=cast.alice, now=NOW)
    risk = Risk.objects.get()
    assert (risk.name, risk.score, risk.occasion, risk.unit) == (
        "Telefonerna fungerar inte",
        Score(4, 4),
        "workshop",
        cast.a,
    )
    assert events(risk) == ["identified", "assessed"]
    assert Suggestion.objects.get().risk_id == risk.pk
    with pytest.raises(RuleBroken, match="avslutad"):
        actions.go_on(workshop, Stage.ENDED, by=cast.alice, now=NOW)


def test_each_thing_in_its_stage_and_one_step_at_a_time(cast: Cast) -> None:
    workshop = begun(cast)
    with pytest.raises(RuleBroken, match="minst en risk"):
        actions.go_on(workshop, Stage.GATHERING, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken, match="samla risker"):
        actions.vote(workshop, {}, by=cast.bo, now=NOW)
    workshop, _ = scoring(cast)
    with pytest.raises(RuleBroken, match="bedöma var för sig"):
        actions.suggest(workshop, "En till", by=cast.bo, now=NOW)
    with pytest.raises(RuleBroken):
        actions.go_on(workshop, Stage.GATHERING, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        actions.agree(workshop, {}, by=cast.alice, now=NOW)


def test_who_takes_part_and_who_leads(cast: Cast) -> None:
    workshop, said = scoring(cast)
    for outsider in (cast.stranger, cast.hugo, cast.gun):
        with pytest.raises(NotAllowed):
            actions.vote(workshop, {said.pk: Score(1, 1)}, by=outsider, now=NOW)
    for who in (cast.bo, cast.dag, cast.cecilia):
        assert queries.find_workshop(reader_of(who), workshop.code.lower().replace("-", " ")) == workshop
        with pytest.raises(NotAllowed):
            actions.go_on(workshop, Stage.SCORING, by=who, now=NOW)
    for outsider in (cast.stranger, cast.hugo, cast.gun):
        assert queries.find_workshop(reader_of(outsider), workshop.code) is None
    with pytest.raises(NotAllowed):
        actions.begin_workshop(Plan(cast.a, PLAN, TODAY), by=cast.bo, now=NOW)


def test_from_page_to_page(cast: Cast) -> None:
    lead, bo = as_(cast.alice), as_(cast.bo)
    sent = {"name": PLAN, "unit": str(cast.a.pk), "held_on": TODAY.isoformat()}
    address = lead.post("/risker/verkstad/ny/", sent)["Location"]
    workshop = Workshop.objects.get()
    assert bo.post("/risker/verkstad/", {"code": workshop.code})["Location"] == address
    assert bo.post("/risker/verkstad/", {"code": "fel"}).status_code == 422
    for text in ("Telefonerna fungerar inte", "Telefonen fungerar ej", "Dörren går inte upp"):
        assert bo.post(address, {"text": text}).status_code == 302
    first, second, third = Suggestion.objects.order_by("pk")
    groups = {f"group-{first.pk}": "Teknik", f"remove-{second.pk}": "on", f"group-{third.pk}": ""}
    assert bo.get(f"{address}grupper/").status_code == 403
    assert lead.post(f"{address}grupper/", groups).status_code == 302
    assert lead.post(f"{address}vidare/", {"stage": "gathering"}).status_code == 302
    half = bo.post(f"{address}bedom/", {f"c-{first.pk}": "4"})
    assert "Välj både konsekvens och sannolikhet" in half.content.decode()
    for client in (bo, lead, as_(cast.cecilia)):
        assert client.post(f"{address}bedom/", {f"c-{first.pk}": "4", f"p-{first.pk}": "3"}).status_code == 302
    assert bo.get(f"{address}bedom/").context["form"][f"c-{first.pk}"].initial == "4"
    assert "3 personer har bedömt." in lead.get(address).content.decode()
    assert lead.post(f"{address}vidare/", {"stage": "scoring"}).status_code == 302
    assert "3 bedömde: lägst 12, mitten 12, högst 12." in bo.get(address).content.decode()
    assert bo.get(f"{address}bedom/").status_code == 409
    assert lead.post(f"{address}enas/", {f"c-{first.pk}": "4", f"p-{first.pk}": "2"}).status_code == 302
    assert lead.post(f"{address}vidare/", {"stage": "agreeing"}).status_code == 302
    assert [(risk.name, risk.rank) for risk in Risk.objects.all()] == [("Telefonerna fungerar inte", 8)]
    assert as_(cast.stranger).get(address).status_code == 404
    assert lead.post(f"{address}vidare/", {"stage": "x"}).status_code == 404
