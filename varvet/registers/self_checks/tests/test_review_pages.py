"""The pages of reviewing: one case at a time, drafts, two at once, and what those above the unit see."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast, make_person
from varvet.kernel.audit.models import ReadEvent
from varvet.kernel.law.days import add_months
from varvet.kernel.records.drafts import get_draft
from varvet.kernel.records.models import Link, Record
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Answer, Case, Lesson, Review, Reviewing, Round
from varvet.registers.self_checks.models.counting import twice_of
from varvet.registers.self_checks.rules import Status
from varvet.registers.self_checks.tests.factories import form_of, fresh, make, question
from varvet.registers.self_checks.tests.form_factories import case_of, given, make_published, make_round, review

ANSWERS = {"version": 0, "q1": "yes", "q2": "yes"}
TEXT = "Förkortningar utan förklaring."


def address(held: Round, name: str = "case", *args: object) -> str:
    return reverse(f"self_checks:{name}", args=[held.reference, *args])


def test_a_case_is_answered_and_leads_to_the_next(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    client.force_login(cast.alice)
    page = client.get(address(held, "case", 1)).content.decode()
    assert "Ärende 1 av 3" in page
    assert "0 av 3 ärenden är granskade" in page
    answer = client.post(address(held, "case", 1), ANSWERS)
    assert answer["Location"] == address(held, "case", 2)
    assert "1 av 3 ärenden är granskade" in client.get(answer["Location"]).content.decode()


def test_the_last_leads_to_the_round_which_leads_on(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    for number in (1, 3):
        review(cast, case_of(held, number))
    client.force_login(cast.alice)
    assert address(held, "case", 2) in client.get(address(held, "page")).content.decode()
    assert client.post(address(held, "case", 2), ANSWERS)["Location"] == address(held, "page")
    page = client.get(address(held, "page")).content.decode()
    assert address(held, "conclude") in page
    assert address(held, "record_result") not in page


def test_all_that_is_missing_is_said_and_what_is_not_asked_is_not(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    client.force_login(cast.alice)
    page = client.post(address(held, "case", 1), {"version": 0})
    assert page.status_code == 422
    words = page.content.decode()
    assert "Svara på frågan: Går anteckningarna att förstå?" in words
    assert "Svara på frågan: Syns barnets röst?" in words
    assert "Svara på frågan: Är det motiverat?" not in words
    followed = client.post(address(held, "case", 1), ANSWERS | {"q2": "no"}).content.decode()
    assert "Svara på frågan: Är det motiverat?" in followed


def test_a_draft_is_kept_for_its_writer_alone(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    client.force_login(cast.alice)
    sent = {"version": 0, "q1": "partly", "q1_text": TEXT}
    assert client.post(address(held, "case_draft", 1), sent, headers={"HX-Request": "true"}).status_code == 200
    page = client.get(address(held, "case", 1)).content.decode()
    assert TEXT in page
    assert "Du fortsätter på ett utkast." in page
    client.force_login(cast.eva)
    assert TEXT not in client.get(address(held, "case", 1)).content.decode()
    assert not Review.objects.exists()
    client.force_login(cast.alice)
    client.post(address(held, "case", 1), ANSWERS)
    assert get_draft(owner=cast.alice, form=actions.draft_of(case_of(held), 1), today=TODAY) == {}


def test_a_draft_by_its_button_leads_back(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    client.force_login(cast.alice)
    assert client.post(address(held, "case_draft", 1), {"version": 0})["Location"] == address(held, "page")


def test_the_second_to_save_is_shown_the_difference(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given("no", q1_text="Oläsligt."))
    client.force_login(cast.eva)
    page = client.post(address(held, "case", 1), ANSWERS)
    words = page.content.decode()
    assert page.status_code == 422
    assert "Alice" in words
    assert "Det här skiljer sig" in words
    assert "Oläsligt." in words
    assert Answer.objects.get(question__code="q1").value == "no"
    assert 'name="version" value="1"' in words
    assert client.post(address(held, "case", 1), ANSWERS | {"version": 1}).status_code == 302
    assert Answer.objects.get(question__code="q1").value == "yes"


def test_what_may_point_out_a_person_is_asked_about_once(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    client.force_login(cast.alice)
    sent = ANSWERS | {"q4": "Personnumret 19900101-0017 stod i brevet."}
    asked = client.post(address(held, "case", 1), sent).content.decode()
    assert "Spara ändå" in asked
    assert not Review.objects.exists()
    assert client.post(address(held, "case", 1), sent | {"anyway": "1"}).status_code == 302
    hint = client.post(address(held, "case_draft", 2), sent, headers={"HX-Request": "true"}).content.decode()
    assert "19900101-0017" in hint


def test_reading_texts_is_noted_and_the_round_shows_none(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given("partly", q1_text=TEXT))
    client.force_login(cast.alice)
    assert TEXT in client.get(address(held, "case", 1)).content.decode()
    assert ReadEvent.objects.filter(record_id=held.pk, part="case_texts").count() == 1
    page = client.get(address(held, "page")).content.decode()
    assert TEXT not in page
    assert "Brister per fråga" in page


def test_a_deficiency_becomes_a_deviation_by_one_button(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given("no"))
    client.force_login(cast.alice)
    page = client.get(address(held, "case", 1)).content.decode()
    assert address(held, "pass_on", 1, "q1") in page
    assert f"fran={held.reference}&amp;del=1.q1" in page
    for _ in range(2):
        client.post(address(held, "pass_on", 1, "q1"))
    made = Record.objects.get(kind="deviations")
    page = client.get(address(held, "case", 1)).content.decode()
    assert made.reference in page
    assert address(held, "pass_on", 1, "q1") not in page


def test_the_second_review_is_blind_and_then_compared(client: Client, cast: Cast) -> None:
    held = make_round(cast, double_percent=100)
    for number in (1, 2, 3):
        review(cast, case_of(held, number), given("no", q1_text=TEXT))
    assert len(twice_of(held)) == 3
    client.force_login(cast.eva)
    page = client.get(address(held, "second", 1)).content.decode()
    assert "Du är den andra som granskar." in page
    assert TEXT not in page
    client.post(address(held, "second", 1), ANSWERS)
    page = client.get(address(held, "second", 1)).content.decode()
    assert "Så skiljer sig de två granskningarna" in page
    assert "1 av 2 svar, 50" in client.get(address(held, "page")).content.decode()


def test_of_a_walkthrough_only_lessons_rise(client: Client, cast: Cast) -> None:
    held = make_round(cast, walkthrough=True)
    review(cast, case_of(held), given("no"))
    client.force_login(cast.alice)
    client.post(address(held, "lesson"), form_of(held, lesson="Mallen behövs."))
    assert "Brister per fråga" in client.get(address(held, "page")).content.decode()
    for who in (cast.eva, cast.dag):
        client.force_login(who)
        page = client.get(address(held, "page")).content.decode()
        assert "Mallen behövs." in page
        assert "Brister per fråga" not in page
        for name, args in (("cases", ()), ("case", (1,)), ("conclude", ())):
            assert client.get(address(held, name, *args)).status_code == 403
    assert Lesson.objects.get().text == "Mallen behövs."
    held = fresh(held.pk)
    actions.conclude(round_=held, content=actions.Summary(), version=held.version, by=cast.alice, now=NOW)
    assert "Ärenden genomgångna: 1" in client.get(reverse("self_checks:list") + "?lage=alla").content.decode()


def test_who_only_reads_sees_no_small_counts(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given("no"))
    client.force_login(cast.dag)
    page = client.get(address(held, "page")).content.decode()
    assert "Färre än 5 bedömda" in page
    assert client.get(address(held, "case", 1)).status_code == 403


@pytest.mark.parametrize("who", ["bo", "cecilia", "stranger", "hugo"])
def test_out_of_scope_is_not_found(client: Client, cast: Cast, who: str) -> None:
    held = make_round(cast)
    client.force_login(getattr(cast, who))
    names = ("set_up", "cases", "own_question", "lesson", "conclude")
    for name in names:
        assert client.get(address(held, name)).status_code == 404
    for name in ("case", "second"):
        assert client.get(address(held, name, 1)).status_code == 404
    assert client.post(address(held, "case_draft", 1)).status_code == 404
    assert client.post(address(held, "pass_on", 1, "q1")).status_code == 404


def test_set_up_cases_and_own_questions_by_their_forms(client: Client, cast: Cast) -> None:
    held, version = make(cast), make_published(cast)
    client.force_login(cast.alice)
    sent = form_of(held, form=version.pk, kind="manager", double_percent=20)
    assert client.post(address(held, "set_up"), sent)["Location"] == address(held, "cases")
    assert Reviewing.objects.get(round=held).kind == "manager"
    held = fresh(held.pk)
    client.post(address(held, "cases"), form_of(held, codes="K1\n\n K2 ", sex="boys"))
    assert list(Case.objects.filter(round=held).values_list("code", "sex")) == [("K1", "boys"), ("K2", "boys")]
    own = {"text": "Är barnet träffat?", "kind": "yes_no", "lacks": ["no"], "required": "on"}
    client.post(address(held, "own_question"), own)
    assert "Är barnet träffat?" in client.get(address(held, "set_up")).content.decode()
    client.post(address(held, "remove_own_question", "t1"))
    assert "Är barnet träffat?" not in client.get(address(held, "set_up")).content.decode()


def test_a_deficiency_becomes_an_improvement_in_one_tap(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held), given(clear="no"))
    client.force_login(cast.alice)
    [lack] = client.get(address(held, "case", 1)).context["lacks"]
    assert lack.improving.due == add_months(timezone.localdate(), 3)
    assert client.post(lack.improving.href, dict(lack.improving.fields)).status_code == 302
    made = Record.objects.get(kind="improvements")
    assert Link.objects.get(source=made).part == "1.q1"
    page = client.get(address(held, "case", 1)).content.decode()
    assert made.reference in page
    assert "Gör till en åtgärd" not in page
    client.post(lack.improving.href, dict(lack.improving.fields))
    assert Record.objects.filter(kind="improvements").count() == 1


def test_a_round_is_planned_with_a_form(client: Client, cast: Cast) -> None:
    version = make_published(cast)
    client.force_login(cast.alice)
    page = client.get(reverse("self_checks:plan"), follow=True)
    sent = {
        "key": page.context["form"].initial["key"],
        "question": question(cast.root).pk,
        "unit": cast.a.pk,
        "method": "file_audit",
        "first_day": "2026-03-01",
        "last_day": "2026-04-30",
        "form": version.pk,
    }
    client.get(reverse("self_checks:plan"), follow=True)
    answer = client.post(reverse("self_checks:plan"), sent)
    assert answer.status_code == 302, answer.content.decode()
    assert Round.objects.get(root=cast.root).form_version == version


def test_summing_up_shows_what_is_recorded(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held, 1), given("no"))
    review(cast, case_of(held, 2))
    client.force_login(cast.alice)
    page = client.get(address(held, "conclude")).content.decode()
    assert "1 av 2 uppfyller målet" in page
    assert "1 ärende är inte granskat." in page
    client.post(address(held, "conclude"), form_of(held, population=40, analysis="Mallen."))
    assert (fresh(held.pk).status, fresh(held.pk).fulfilled) == (Status.PERFORMED, 1)


def test_a_case_of_a_round_that_is_over_is_read_only(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    review(cast, case_of(held))
    actions.conclude(round_=held, content=actions.Summary(), version=held.version, by=cast.alice, now=NOW)
    client.force_login(cast.alice)
    page = client.get(address(held, "case", 1)).content.decode()
    assert "Spara och nästa" not in page
    assert client.post(address(held, "case", 1), ANSWERS | {"version": 1}).status_code == 422


def test_a_reviewer_sees_the_cases_too(client: Client, cast: Cast) -> None:
    held = make_round(cast)
    client.force_login(make_person("Rut", "reviewer", cast.a))
    assert "K1" in client.get(address(held, "cases")).content.decode()
