"""Two at once: every form of a risk tells the second what the first did, and overwrites nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from varvet.kernel.access.tests.browsing import as_
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import new_key
from varvet.kernel.ui.tests.written_twice import MEANWHILE, Second, refused_and_told
from varvet.registers.risks import actions
from varvet.registers.risks.actions import Assessment, Content
from varvet.registers.risks.models import Part, Risk
from varvet.registers.risks.rules import Event, Occasion, Score
from varvet.registers.risks.tests.factories import NEXT, assessed, by, closed, identified
from varvet.registers.risks.tests.test_overview import DONE, decided, drafted, point_on, year

TIED = f"ATG-{localdate().year}-0001"

NEW_NAME = "Brev skickas till fel adress"
YEAR = "/risker/riskbild/2026/"
MINE = {"words": "Mina egna ord", "review_on": "2026-08-01"}


def described(risk: Risk, cast: Cast) -> object:
    told = Content(NEW_NAME, Occasion.YEARLY, "Förhandsbedömning", "Rutin 4", {Part.CAUSES: "Ny orsak"})
    return actions.describe(by(risk, cast.eva), told)


def scored(risk: Risk, cast: Cast) -> object:
    return actions.assess(by(risk, cast.eva), Assessment(Score(5, 5), NEXT, "Det har hänt igen."))


def reopened(risk: Risk, cast: Cast) -> object:
    return actions.reopen(by(risk, cast.eva), "Den finns kvar.")


def other_record(cast: Cast) -> Record:
    """Of a register that Eva sees: an improvement, decided on its own page."""
    sent = {"key": new_key(), "what": "Ny rutin", "unit": cast.a.pk, "decided_on": "2026-03-01"}
    assert as_(cast.eva).post("/atgarder/ny/", sent).status_code == 302
    return Record.objects.get(kind="improvements")


def tied(cast: Cast) -> Risk:
    return actions.occur(by(assessed(cast), cast.alice), other_record(cast))


@dataclass(frozen=True)
class Case:
    event: Event
    make: Callable[[Cast], Risk]
    first: Callable[[Risk, Cast], object]
    fields: Mapping[str, object]
    said: tuple[str, ...]


CASES = [
    Case(Event.DESCRIBE, identified, described, {"name": "Mitt namn", "occasion": "yearly"}, (NEW_NAME, "Ny orsak")),
    Case(Event.ASSESS, identified, scored, {"score": "2-2", **MINE}, ("Eva",)),
    Case(Event.TREAT, assessed, scored, {"score": "2-2", **MINE}, ("Eva",)),
    Case(Event.REVIEW, assessed, scored, MINE, ("Eva",)),
    Case(Event.ACCEPT, assessed, scored, {"reason": "Mina skäl", "until": "2026-08-01"}, ("Eva",)),
    Case(Event.OCCUR, assessed, scored, {"reference": TIED, "words": "Mina ord"}, ("Eva",)),
    Case(Event.UNTIE, tied, scored, {"reason": "Mina skäl"}, ("Eva",)),
    Case(Event.ASSIGN, assessed, described, {}, ("Eva",)),
    Case(Event.CLOSE, assessed, scored, {"reason": "Mina skäl"}, ("Eva",)),
    Case(Event.REOPEN, closed, reopened, {"reason": "Mina skäl"}, ("Eva",)),
]
ADDRESSES = {event: f"risks:{event}" for event in Event}


@pytest.mark.parametrize("case", CASES, ids=[str(case.event) for case in CASES])
def test_the_second_is_told_and_nothing_is_overwritten(client: Client, cast: Cast, case: Case) -> None:
    if case.event is Event.OCCUR:
        other_record(cast)
    risk = case.make(cast)
    client.force_login(cast.eva)
    address = reverse(ADDRESSES[case.event], args=[risk.reference])
    fields = {**case.fields, **({"tied": TIED} if case.event is Event.UNTIE else {})}
    refused_and_told(client, risk, lambda: case.first(risk, cast), Second(address, fields, case.said))


def test_every_form_of_one_risk_is_here() -> None:
    assert {case.event for case in CASES} == set(Event)


def test_two_who_choose_the_picture_or_write_a_point(client: Client, cast: Cast) -> None:
    overview, point = drafted(cast)
    client.force_login(cast.eva)
    actions.choose(year(cast, 2), "Det första ordet.", [point.risk])
    pages: dict[str, dict[str, object]] = {
        "valj/": {"summary": "Mitt ord.", "risks": [str(point.risk_id)]},
        f"punkt/{point.pk}/": {
            "risk": str(point.risk_id),
            "name": "Mitt moment",
            "method": "Mitt sätt",
            "frequency": "yearly",
            "responsible": "Chef",
        },
        "beslut/": {"by": "Nämnden själv", "on": "2026-03-10"},
        f"punkt/{point.pk}/ta-bort/": {},
    }
    for page, fields in pages.items():
        answer = client.post(f"{YEAR}{page}", {**fields, "version": 2})
        assert answer.status_code == 422, page
        assert MEANWHILE in answer.content.decode(), page
    overview.refresh_from_db()
    assert (overview.version, overview.summary) == (3, "Det första ordet.")
    assert overview.points.get().name == point_on(point.risk).name
    told = client.post(f"{YEAR}valj/", {**pages["valj/"], "version": 2}).content.decode()
    assert "Det första ordet." in told
    assert "Mitt ord." in told


def test_two_who_follow_up_the_same_point(client: Client, cast: Cast) -> None:
    _, point = decided(cast)
    client.force_login(cast.eva)
    address = f"{YEAR}punkt/{point.pk}/uppfoljning/"
    actions.follow_up(point, DONE, by=cast.alice, now=NOW)
    mine = {"period": "1", "light": "red", "words": "Inget stämde.", "version": 0}
    answer = client.post(address, mine)
    assert answer.status_code == 422
    for words in (MEANWHILE, DONE.words, "Inget stämde.", "Fungerar delvis"):
        assert words in answer.content.decode()
    assert point.follow_ups.get().words == DONE.words
    assert client.post(address, {**mine, "version": 1}).status_code == 302
    assert point.follow_ups.get().words == "Inget stämde."
