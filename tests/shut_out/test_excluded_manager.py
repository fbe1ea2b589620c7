"""A case that shuts its unit's manager out: wherever the manager looks there is none, not even a count of one."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from tests.secrecy.test_every_address import OF_RECORDS, OPEN, WITHOUT
from varvet.insight.measures.address import signed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.browsing import as_, text_of
from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.deadlines.clocks import clocks_of
from varvet.kernel.notifications.announcing import spread
from varvet.kernel.notifications.models import Notification
from varvet.kernel.records.models import Confidentiality, Fact, Record
from varvet.registers.lex_sarah import actions, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.ending import proposed
from varvet.registers.lex_sarah.tests.factories import SECRET, Stage, make_reported, make_stage, opening, write_all

MEASURES = ("received", "opened", "completed", "decided", "reported_to_authority", "proposed", "lessons_spread")
WHERE = "rot=exempelby&fran=2026-01-01&till=2026-12-31"


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


@pytest.fixture
def case(stage: Stage) -> LexSarah:
    """Reported by Alice, who manages the unit, and found to be about her; told to IVO, with a proposal to the unit."""
    case = make_reported(stage)
    Record.objects.filter(pk=case.pk).update(opened_by=stage.cast.alice)
    to, by = (Confidentiality.MANAGER_EXCLUDED, "Gäller chefen."), stage.cast.dag
    case = actions.set_secrecy(case=of(case), to=to, version=case.version, by=by, now=NOW)
    Notification.objects.all().delete()
    spread()
    case = actions.open_investigation(case=case, opening=opening(stage), version=case.version, by=by, now=NOW)
    case = write_all(stage, case)
    proposed(stage, case, stage.cast.a)
    case = actions.complete(case=of(case), version=of(case).version, by=by, now=NOW)
    decision = actions.Decision(rules.Outcome.SERIOUS, "Skälen står här.", impartial=True)
    case = actions.decide(case=case, decision=decision, version=case.version, by=stage.disa, now=NOW)
    sent = actions.Notification()
    case = actions.report_to_authority(case=case, notification=sent, version=case.version, by=stage.disa, now=NOW)
    sharing = actions.Sharing("Se till att någon läser inkorgen.", [stage.cast.b])
    actions.share(case=case, sharing=sharing, version=case.version, by=by, now=NOW)
    return of(case)


def of(case: LexSarah) -> LexSarah:
    return LexSarah.objects.get(pk=case.pk)


def pages(client: Client) -> dict[str, str]:
    """Every page that needs no more than a login, as read."""
    return {name: text_of(client.get(reverse(name))) for name in WITHOUT if name not in OPEN}


def test_no_page_of_the_managers_names_it(stage: Stage, case: LexSarah) -> None:
    shown = pages(as_(stage.cast.alice))
    assert len(shown) > 30
    assert not [name for name, page in shown.items() if case.reference in page or SECRET in page]
    assert case.reference in text_of(as_(stage.cast.dag).get(reverse("lex_sarah:list"))), "it is there to be found"


def test_neither_its_number_nor_its_words_find_it(stage: Stage, case: LexSarah) -> None:
    for asked in (case.reference, case.reference.replace("-", ""), "Storgatan", "ingen mat"):
        where = f"{reverse('search:search')}?{urlencode({'q': asked})}"
        for answer in (as_(stage.cast.alice).get(where, follow=True), as_(stage.cast.alice).post(where, {"q": asked})):
            page = text_of(answer)
            assert SECRET not in page
            assert reverse("lex_sarah:page", args=[case.reference]) not in page
    listed = text_of(as_(stage.cast.alice).get(reverse("lex_sarah:list") + "?lage=alla"))
    assert case.reference not in listed


def test_no_address_of_it_answers(stage: Stage, case: LexSarah) -> None:
    """Not even with a refusal: that would tell that it exists."""
    client = as_(stage.cast.alice)
    given = {"reference": case.reference, "number": 1, "pk": 1, "place": "event", "name": "utredning", "form": "pdf"}
    ours = [(name, {one: given[one] for one in arguments}) for name, arguments in OF_RECORDS if "lex_sarah:" in name]
    assert len(ours) > 30
    found = {name: client.get(reverse(name, kwargs=arguments)).status_code for name, arguments in ours}
    posted = {name: client.post(reverse(name, kwargs=arguments)).status_code for name, arguments in ours}
    assert {*found.values(), *posted.values()} <= {404, 405}


def test_nobody_tells_the_manager_and_nothing_runs_with_her(stage: Stage, case: LexSarah) -> None:
    assert not Notification.objects.filter(receiver=stage.cast.alice).exists()
    assert Notification.objects.filter(record_id=case.pk).exists(), "others are told"
    assert stage.cast.alice.pk not in {clock.holder_id for clock in clocks_of(case)}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_count_of_one_counts_none_for_the_manager(stage: Stage, case: LexSarah, measure: str) -> None:
    assert Fact.objects.filter(register="lex_sarah", record_id=case.pk).exists()
    asked = f"/siffror/?{signed(f'matt=lex_sarah.{measure}&{WHERE}')}"
    assert case.reference in readable(stage.cast.dag, asked)
    page = readable(stage.cast.alice, asked)
    assert case.reference not in page
    assert "Inget ärende ligger bakom siffran" in page, "nor one that is not theirs to open"


def readable(user: User, address: str) -> str:
    answer = as_(user).get(address)
    assert answer.status_code == 200
    return text_of(answer)
