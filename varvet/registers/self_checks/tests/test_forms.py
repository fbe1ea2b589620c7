"""Forms as they are written: drafts, versions, publishing, and what nobody can change afterwards."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.audit.models import AuditEvent
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks import actions
from varvet.registers.self_checks.models import Form, FormVersion, Question
from varvet.registers.self_checks.rules import library
from varvet.registers.self_checks.rules.questions import Item, QuestionKind
from varvet.registers.self_checks.tests.form_factories import CLEAR, ITEMS, VOICE, make_form, make_published

Act = Callable[[Form, User], object]


def codes(version: FormVersion) -> list[str]:
    return [question.code for question in version.questions.all()]


def save(form: Form, by: User) -> object:
    return actions.save_question(form=form, item=CLEAR, by=by, today=TODAY)


def move(form: Form, by: User) -> object:
    return actions.move_question(form=form, code="q2", steps=-1, by=by, today=TODAY)


def remove(form: Form, by: User) -> object:
    return actions.remove_question(form=form, code="q4", by=by, today=TODAY)


def publish(form: Form, by: User) -> object:
    return actions.publish_form(form=form, by=by, now=NOW)


def retire(form: Form, by: User) -> object:
    return actions.retire_form(form=form, by=by, today=TODAY)


def draft(form: Form, by: User) -> object:
    return actions.start_draft(form=form, by=by, today=TODAY)


EDITS: list[tuple[Act, str]] = [
    (save, "form_edited"),
    (move, "form_edited"),
    (remove, "form_edited"),
    (publish, "form_published"),
    (retire, "form_retired"),
]


def test_questions_are_numbered_and_ordered(cast: Cast) -> None:
    form = make_form(cast, items=())
    for item in ITEMS:
        actions.save_question(form=form, item=item, by=cast.eva, today=TODAY)
    version = form.versions.get()
    assert codes(version) == ["q1", "q2", "q3", "q4"]
    assert [question.item.text for question in version.questions.all()] == [item.text for item in ITEMS]


def test_a_question_moves_but_not_before_what_it_depends_on(cast: Cast) -> None:
    form = make_form(cast)
    move(form, cast.eva)
    assert codes(form.versions.get()) == ["q2", "q1", "q3", "q4"]
    with pytest.raises(RuleBroken):
        actions.move_question(form=form, code="q3", steps=-2, by=cast.eva, today=TODAY)
    assert codes(form.versions.get()) == ["q2", "q1", "q3", "q4"]


def test_a_question_that_another_depends_on_stays(cast: Cast) -> None:
    form = make_form(cast)
    with pytest.raises(RuleBroken):
        actions.remove_question(form=form, code="q2", by=cast.eva, today=TODAY)
    remove(form, cast.eva)
    assert codes(form.versions.get()) == ["q1", "q2", "q3"]


def test_another_wording_keeps_the_code(cast: Cast) -> None:
    form = make_form(cast)
    actions.save_question(form=form, item=Item("q1", "Ny fråga?", QuestionKind.TEXT), by=cast.eva, today=TODAY)
    assert form.versions.get().questions.get(code="q1").text == "Ny fråga?"
    assert codes(form.versions.get()) == ["q1", "q2", "q3", "q4"]


def test_an_answer_another_question_waits_for_stays(cast: Cast) -> None:
    with pytest.raises(RuleBroken):
        actions.save_question(form=make_form(cast), item=Item("q2", "Ny?", QuestionKind.TEXT), by=cast.eva, today=TODAY)


def test_published_by_a_named_person(cast: Cast) -> None:
    version = make_published(cast)
    assert (version.published_at, version.published_by) == (NOW, cast.eva)


@pytest.mark.parametrize("items", [(), (Item("", "Vad?", QuestionKind.TEXT),)])
def test_nothing_is_published_that_says_nothing(cast: Cast, items: tuple[Item, ...]) -> None:
    form = make_form(cast, items=items)
    with pytest.raises(RuleBroken):
        publish(form, cast.eva)


@pytest.mark.parametrize("act", [save, move, remove, publish])
def test_a_published_version_is_not_edited(cast: Cast, act: Act) -> None:
    form = make_published(cast).form
    with pytest.raises(RuleBroken):
        act(form, cast.eva)


def test_the_database_refuses_to_change_what_is_published(cast: Cast) -> None:
    version = make_published(cast)
    first = version.questions.get(code="q1")
    changes: list[Callable[[], object]] = [
        lambda: Question.objects.filter(pk=first.pk).update(text="Annat?"),
        lambda: Question.objects.filter(pk=first.pk).delete(),
        lambda: Question.objects.create(version=version, place=9, code="q9", text="Ny?", kind="text"),
        lambda: FormVersion.objects.filter(pk=version.pk).update(published_at=None),
        lambda: FormVersion.objects.filter(pk=version.pk).update(number=7),
    ]
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert codes(version) == ["q1", "q2", "q3", "q4"]


def test_a_new_version_begins_as_a_copy_and_codes_are_never_used_again(cast: Cast) -> None:
    form = make_published(cast).form
    second = actions.start_draft(form=form, by=cast.eva, today=TODAY)
    assert (second.number, codes(second)) == (2, ["q1", "q2", "q3", "q4"])
    remove(form, cast.eva)
    new = actions.save_question(form=form, item=VOICE, by=cast.eva, today=TODAY)
    assert new.code == "q5"
    assert codes(form.versions.get(number=1)) == ["q1", "q2", "q3", "q4"]


def test_a_draft_begun_twice_is_one(cast: Cast) -> None:
    form = make_published(cast).form
    assert draft(form, cast.eva) == draft(form, cast.eva)
    assert form.versions.count() == 2


@pytest.mark.parametrize("shipped", library.shipped_forms(), ids=lambda form: form.code)
def test_a_shipped_form_is_copied_and_can_be_published(cast: Cast, shipped: library.Shipped) -> None:
    form = actions.create_form(root=cast.root, name=shipped.name, shipped=shipped, by=cast.eva, today=TODAY)
    version = actions.publish_form(form=form, by=cast.eva, now=NOW)
    assert tuple(question.item for question in version.questions.all()) == shipped.items
    assert form.shipped == shipped.code
    assert 8 <= len(shipped.items) <= 15


def test_a_name_is_used_once(cast: Cast) -> None:
    make_form(cast)
    with pytest.raises(RuleBroken):
        make_form(cast)


@pytest.mark.parametrize(("act", "event"), EDITS)
def test_the_trail_tells(cast: Cast, act: Act, event: str) -> None:
    form = make_form(cast)
    act(form, cast.eva)
    last = AuditEvent.objects.filter(kind=actions.KIND_OF_FORM).order_by("-pk")[0]
    assert (last.event, last.actor_id, last.data) == (event, cast.eva.pk, {"form": form.pk})


@pytest.mark.parametrize("who", ["alice", "bo", "cecilia", "dag", "hugo", "stranger"])
@pytest.mark.parametrize("act", [save, move, remove, publish, retire, draft])
def test_others_may_not(cast: Cast, act: Act, who: str) -> None:
    form = make_form(cast)
    with pytest.raises(NotAllowed):
        act(form, getattr(cast, who))
    assert codes(form.versions.get()) == ["q1", "q2", "q3", "q4"]


@pytest.mark.parametrize("who", ["alice", "stranger"])
def test_others_may_not_begin_one(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        actions.create_form(root=cast.root, name="Ny", shipped=None, by=getattr(cast, who), today=TODAY)
