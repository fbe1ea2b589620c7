"""Asking others of a deviation in whatever state it is: by those who handle it, once, and seen on its page."""

import pytest

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast, reader_of
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.organisation.categories import CategoryValue, NewList, new_version
from varvet.kernel.organisation.shipped_lists import ensure_list
from varvet.kernel.questions.weighing import ask_other
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Referral
from varvet.registers.deviations import actions, forms
from varvet.registers.deviations.tests.factories import ASSESSED, assessed, reported

PRIVATE = "provider_reports"


def test_the_question_is_asked_once_and_shown(cast: Cast) -> None:
    deviation = assessed(cast)
    page = f"/avvikelser/{deviation.reference}/"
    address = f"/fragor/stall/{deviation.reference}/{PRIVATE}/"
    assert address in text_of(as_(cast.alice).get(page))
    assert "Är det lex Sarah hos en privat utförare?" in text_of(as_(cast.alice).get(address))
    assert as_(cast.alice).post(address).headers["Location"] == page
    question = Referral.objects.get(to_kind=PRIVATE)
    assert (question.origin_id, question.state) == (deviation.pk, Referral.State.OPEN)
    assert AuditEvent.objects.get(event="asked_other").data == {"to": PRIVATE}
    shown = text_of(as_(cast.alice).get(page))
    assert "Väntar på svar" in shown
    assert address not in shown
    again = as_(cast.alice).post(address)
    assert again.status_code == 422
    assert "Frågan är redan ställd." in text_of(again)


@pytest.mark.parametrize("name", ["bo", "cecilia", "gun", "stranger"])
def test_only_who_handles_asks(cast: Cast, name: str) -> None:
    deviation = assessed(cast)
    with pytest.raises(NotAllowed):
        ask_other(record=deviation, to_kind=PRIVATE, by=getattr(cast, name), now=NOW)
    assert not Referral.objects.exists()


def test_strangers_and_unknown_registers_are_not_found(cast: Cast) -> None:
    deviation = assessed(cast)
    assert as_(cast.stranger).get(f"/fragor/stall/{deviation.reference}/{PRIVATE}/").status_code == 404
    assert as_(cast.alice).get(f"/fragor/stall/{deviation.reference}/nothing/").status_code == 404
    assert as_(cast.alice).get(f"/fragor/stall/{deviation.reference}/lex_sarah/").status_code == 404  # is weighed
    assert as_(cast.alice).get(f"/fragor/stall/{deviation.reference}/deviations/").status_code == 404


def test_while_it_waits_to_be_assessed_the_questions_are_asked_there(cast: Cast) -> None:
    page = text_of(as_(cast.alice).get(f"/avvikelser/{reported(cast, what='Hon blev skadad.').reference}/"))
    assert "Svara när du bedömer." in page
    assert "/fragor/stall/" not in page


def test_what_is_refused_may_be_asked_anew(cast: Cast) -> None:
    deviation = assessed(cast)
    question = ask_other(record=deviation, to_kind=PRIVATE, by=cast.alice, now=NOW)
    with pytest.raises(RuleBroken):
        ask_other(record=deviation, to_kind=PRIVATE, by=cast.alice, now=NOW)
    as_(cast.dag).post(f"/fragor/{question.pk}/avboj/", {"reason": "Det var egen regi."})
    ask_other(record=deviation, to_kind=PRIVATE, by=cast.alice, now=NOW)
    assert Referral.objects.filter(to_kind=PRIVATE, state=Referral.State.OPEN).count() == 1


def test_an_event_that_has_left_the_list_stays_on_what_was_marked_with_it(cast: Cast) -> None:
    versions = ensure_list(cast.root, actions.MUST_BE_ASSESSED, NOW.date())
    deviation = assessed(cast, lex_sarah_event="missing")
    new = NewList("Händelser", (CategoryValue("suicide", "Självmord"),))
    new_version(root=cast.root, key=actions.MUST_BE_ASSESSED, content=new, first_day=ASSESSED.date())
    page = text_of(as_(cast.alice).get(f"/avvikelser/{deviation.reference}/"))
    assert "Enskild som försvunnit från ett boende" in page
    reader = reader_of(cast.alice, today=ASSESSED.date())
    for before, codes in (("missing", ["", "suicide", "missing"]), ("", ["", "suicide"])):
        form = forms.AssessForm(
            initial={"lex_sarah_event": before}, reader=reader, versions=versions, marked_before=bool(before), signs=[]
        )
        assert [str(choice.data["value"]) for choice in form["lex_sarah_event"].subwidgets] == codes
