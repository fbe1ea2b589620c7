"""The steps in the browser: what changed meanwhile is shown, many are assessed at once, replies are put in."""

import re

import pytest

from varvet.kernel.access.tests.browsing import Answered, as_, text_of
from varvet.kernel.access.tests.cast import TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.questions import answering
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Link, LinkKind, Referral
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation, ReplyTemplate
from varvet.registers.deviations.queries.replies import list_replies
from varvet.registers.deviations.rules.replies import SHIPPED, Reply
from varvet.registers.deviations.tests.factories import (
    ACTED,
    ASSESSED,
    SECRET,
    assessed,
    assessment,
    fresh,
    investigating,
    judged,
    reopened,
    reported,
    with_cause,
    words_of,
)

TYPED = "Det här har jag suttit länge med."
EDIT = "/avvikelser/svarsmallar/"


def address(deviation: Deviation, step: str = "") -> str:
    return f"/avvikelser/{deviation.reference}/" + (f"{step}/" if step else "")


def page(response: Answered) -> str:
    """The page's words without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text_of(response)))


def test_whoever_was_late_sees_what_changed_by_whom_and_what_differs(cast: Cast) -> None:
    deviation = reported(cast)
    actions.assess(deviation=deviation, assessment=assessment(cast), version=1, by=cast.eva, now=ASSESSED)
    late = {"version": 1, "nature": "near_miss", "risk": "5-1", "note": TYPED, "quality_area": ""}
    late |= {"categories": [cast.type_called("delay").pk]}
    said = page(as_(cast.alice).post(address(deviation, "bedom"), late))
    assert "Avvikelsen bedömdes. (Eva)" in said
    assert "Vad handlar det om? Fördröjning Bemötande, Fördröjning" in said
    assert "Konsekvens 5 mycket allvarlig" in said
    assert "Konsekvens 3 måttlig" in said
    assert TYPED in said
    differing = said[said.index("Det här skiljer sig") : said.index("Det du skrev finns kvar")]
    assert "Vad är det?" not in differing, "what is the same is not shown as different"
    assert fresh(deviation).version == 2


def test_sent_again_it_is_judged_anew(cast: Cast) -> None:
    """The form that comes back is on the new version; the rule then says what is no longer possible."""
    deviation = assessed(cast)
    answer = as_(cast.alice).post(address(deviation, "fordela"), {"version": 1, "handler": cast.dag.pk})
    assert answer.status_code == 422
    assert 'name="version" value="2"' in text_of(answer)
    again = as_(cast.alice).post(address(deviation, "fordela"), {"version": 2, "handler": cast.dag.pk})
    assert again.status_code == 302
    assert fresh(deviation).handler == cast.dag


def test_an_event_that_must_go_to_lex_sarah_is_asked_at_once(cast: Cast) -> None:
    deviation = assessed(cast, lex_sarah_event="unexpected-death")
    assert Referral.objects.get(origin_id=deviation.pk).to_kind == "lex_sarah"
    assert "Oväntat dödsfall" in page(as_(cast.alice).get(address(deviation)))


def test_the_mark_is_not_taken_away_without_a_reason(cast: Cast) -> None:
    deviation = assessed(cast, lex_sarah_event="unexpected-death")
    answering.refuse(referral=Referral.objects.get(), reason="Ingen brist.", by=cast.dag, now=ACTED)
    actions.close(deviation=deviation, closing=actions.Closing("Klart."), version=3, by=cast.alice, now=ACTED)
    actions.reopen(deviation=deviation, reason="Igen.", version=4, by=cast.alice, now=ACTED)
    sent = {"version": 5, "nature": "deviation", "risk": "1-1", "categories": [cast.type_called("delay").pk]}
    client = as_(cast.alice)
    assert "Skriv varför märkningen" in page(client.post(address(deviation, "bedom"), sent))
    assert fresh(deviation).lex_sarah_event == "unexpected-death"
    assert client.post(address(deviation, "bedom"), {**sent, "unmark_reason": "Personen lever."}).status_code == 302
    assert fresh(deviation).lex_sarah_event == ""
    assert words_of(deviation)["unmarked"] == "Personen lever."


def test_an_event_outside_the_list_is_none(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        assessed(cast, lex_sarah_event="rain")
    assert broken.value.code == "deviation.lex_sarah.event"


def test_a_good_example_is_not_weighed(cast: Cast) -> None:
    deviation = assessed(cast, nature=rules.Nature.GOOD_EXAMPLE, risk=None)
    assert (deviation.severity, deviation.consequence) == ("", None)


@pytest.mark.parametrize("nature", [nature for nature in rules.Nature if nature is not rules.Nature.GOOD_EXAMPLE])
def test_all_else_is(cast: Cast, nature: rules.Nature) -> None:
    with pytest.raises(RuleBroken) as broken:
        assessed(cast, nature=nature, risk=None)
    assert broken.value.field == "risk"


def test_the_page_says_what_comes_next_and_what_is_missing(cast: Cast) -> None:
    deviation = investigating(cast)
    found = page(as_(cast.alice).get(address(deviation)))
    assert "Nästa steg Lägg till en orsak" in found
    assert "Det här saknas innan du kan avsluta Orsak till det som hände saknas" in found
    with_cause(cast, deviation)
    found = page(as_(cast.alice).get(address(deviation)))
    assert "Nästa steg Åtgärda varje orsak" in found
    assert "Åtgärd eller skäl för 1 av 1 orsaker saknas" in found
    assert "Det här saknas" not in page(as_(cast.bo).get(address(deviation)))


def test_a_cause_leads_to_a_measure_and_shows_it(cast: Cast) -> None:
    deviation = investigating(cast)
    cause = with_cause(cast, deviation)
    found = text_of(as_(cast.alice).get(address(deviation)))
    assert f"/atgarder/ny/?fran={deviation.reference}&amp;del=cause-{cause.pk}" in found
    assert "Saknar åtgärd" in found
    Link.objects.create(source=reported(cast), target=deviation, kind=LinkKind.FOLLOWS, part=cause.part)
    assert "Saknar åtgärd" not in text_of(as_(cast.alice).get(address(deviation)))


def test_a_measure_one_may_not_open_is_there_without_its_number(cast: Cast) -> None:
    deviation, theirs = investigating(cast), reported(cast, unit=cast.b, by=cast.cecilia)
    cause = with_cause(cast, deviation)
    Link.objects.create(source=theirs, target=deviation, kind=LinkKind.FOLLOWS, part=cause.part)
    found = page(as_(cast.alice).get(address(deviation)))
    assert "Har en åtgärd hos någon annan" in found
    assert theirs.reference not in found


def test_the_reporter_does_not_read_the_investigation(cast: Cast) -> None:
    deviation = judged(cast)
    found = page(as_(cast.bo).get(address(deviation)))
    assert SECRET in found
    for inside in ("Rutinen säger inte", "Rutinen är redan ändrad", "inkorgen är tom", "Inkorgen har varit tom"):
        assert inside not in found
        assert inside in page(as_(cast.alice).get(address(deviation)))


def test_the_reporter_does_not_read_why_it_was_opened_again(cast: Cast) -> None:
    assert "Det hände igen." not in page(as_(cast.bo).get(address(reopened(cast))))


def test_many_are_assessed_at_once_each_by_itself(cast: Cast) -> None:
    first, second, third = reported(cast), reported(cast), reported(cast)
    delay = cast.type_called("delay").pk
    sent: dict[str, object] = {}
    for deviation, version in ((first, 1), (second, 9), (third, 1)):
        chosen = {"version": version, "nature": "deviation", "category": delay}
        sent |= {f"{deviation.reference}-{name}": value for name, value in chosen.items()}
    sent |= {f"{third.reference}-nature": "", f"{third.reference}-category": ""}
    found = page(as_(cast.alice).post("/avvikelser/bedom-flera/", sent))
    assert "1 rapport är bedömd." in found
    assert f"Någon annan har ändrat {second.reference}" in found
    assert [fresh(d).status for d in (first, second, third)] == ["assessed", "received", "received"]


def test_half_a_choice_is_pointed_out_and_nothing_is_assessed(cast: Cast) -> None:
    first, second = reported(cast), reported(cast)
    delay = cast.type_called("delay").pk
    sent = {
        f"{first.reference}-{name}": v for name, v in (("version", 1), ("nature", "deviation"), ("category", delay))
    }
    sent |= {f"{second.reference}-{name}": value for name, value in (("version", 1), ("nature", "deviation"))}
    answer = as_(cast.alice).post("/avvikelser/bedom-flera/", sent)
    assert answer.status_code == 422
    assert "Välj både slag och typ" in text_of(answer)
    assert fresh(first).status == "received"


@pytest.mark.parametrize(("name", "status"), [("bo", 403), ("gun", 403), ("hugo", 403), ("alice", 200), ("eva", 200)])
def test_who_assesses_many(cast: Cast, name: str, status: int) -> None:
    reported(cast)
    answer = as_(getattr(cast, name)).get("/avvikelser/bedom-flera/")
    assert answer.status_code == status
    assert (SECRET in text_of(answer)) is (status == 200)


def test_those_of_another_unit_are_not_among_them(cast: Cast) -> None:
    theirs = reported(cast, unit=cast.b, by=cast.cecilia)
    sent = {f"{theirs.reference}-{name}": v for name, v in (("version", 1), ("nature", "deviation"))}
    sent |= {f"{theirs.reference}-category": cast.type_called("delay").pk}
    as_(cast.alice).post("/avvikelser/bedom-flera/", sent)
    assert fresh(theirs).status == "received"


def test_a_reply_is_put_in_after_what_was_typed_and_nothing_is_saved(cast: Cast) -> None:
    deviation = assessed(cast)
    sent = {"version": 2, "feedback": TYPED, "lesson": "Lärdom.", "mall": "0", "satt_in": "1"}
    answer = as_(cast.alice).post(address(deviation, "avsluta"), sent)
    assert answer.status_code == 200
    assert f"{TYPED}\n\n{SHIPPED[0].text}" in text_of(answer)
    assert "Lärdom." in text_of(answer)
    assert fresh(deviation).version == 2


@pytest.mark.parametrize("number", ["", "99", "-1", "x"])
def test_a_reply_that_is_none_changes_nothing(cast: Cast, number: str) -> None:
    sent = {"version": 2, "feedback": TYPED, "mall": number, "satt_in": "1"}
    assert TYPED in text_of(as_(cast.alice).post(address(assessed(cast), "avsluta"), sent))


def test_a_reply_is_offered_in_its_state(cast: Cast) -> None:
    inside = as_(cast.alice).get(address(reported(cast), "inte-avvikelse"))
    assert "Ingen avvikelse</option>" in text_of(inside)
    assert "Ingen avvikelse</option>" not in text_of(as_(cast.alice).get(address(assessed(cast), "avsluta")))


def test_a_root_edits_its_own_replies(cast: Cast) -> None:
    client = as_(cast.eva)
    sent = {"title": "Vi har bytt system", "text": "Vi har bytt system.", "status": ""}
    assert client.post(f"{EDIT}ny/", sent).status_code == 302
    assert [reply.title for reply in list_replies(cast.root)] == [r.title for r in SHIPPED] + ["Vi har bytt system"]
    assert list_replies(cast.other_root) == list(SHIPPED)
    assert AuditEvent.objects.filter(event="reply_saved", actor_id=cast.eva.pk).exists()
    first = ReplyTemplate.objects.filter(root=cast.root).earliest("pk")
    assert client.post(f"{EDIT}{first.pk}/ta-bort/").status_code == 302
    assert SHIPPED[0].title not in [reply.title for reply in list_replies(cast.root)]
    assert client.get(f"{EDIT}{first.pk}/").status_code == 404


def test_two_replies_are_not_called_the_same(cast: Cast) -> None:
    with pytest.raises(RuleBroken) as broken:
        actions.save_reply(root=cast.root, reply=Reply(SHIPPED[0].title, "Hej."), before=0, by=cast.eva, today=TODAY)
    assert broken.value.field == "title"


@pytest.mark.parametrize("name", ["alice", "bo", "dag", "hugo", "gun"])
def test_others_do_not_edit_them(cast: Cast, name: str) -> None:
    client = as_(getattr(cast, name))
    assert client.get(EDIT).status_code == 403
    assert client.post(f"{EDIT}egna/").status_code == 403
    assert not ReplyTemplate.objects.exists()


def test_anothers_replies_are_not_there(cast: Cast) -> None:
    actions.make_own(root=cast.other_root, by=cast.stranger, today=TODAY)
    theirs = ReplyTemplate.objects.filter(root=cast.other_root).earliest("pk")
    assert as_(cast.eva).get(f"{EDIT}{theirs.pk}/").status_code == 404
    assert as_(cast.eva).post(f"{EDIT}{theirs.pk}/ta-bort/").status_code == 404
