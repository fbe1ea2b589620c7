"""Forms as they are written: a draft that is published by a person, and never changed after that."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from varvet.kernel.access.checks import check
from varvet.kernel.access.models import User
from varvet.kernel.audit import trail
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.models import Unit
from varvet.kernel.records.errors import RuleBroken
from varvet.registers.self_checks.models import Form, FormVersion, Question, question_of
from varvet.registers.self_checks.rules import questions
from varvet.registers.self_checks.rules.library import Shipped
from varvet.registers.self_checks.rules.questions import Item

EDIT_FORMS = "self_checks.edit_forms"
KIND_OF_FORM = "self_check_form"
LETTER = "q"


@transaction.atomic
def create_form(*, root: Unit, name: str, shipped: Shipped | None, by: User, today: date) -> Form:
    """A form of the root's own, with a draft: empty, or a copy of one that is shipped."""
    check(by, EDIT_FORMS, root, today=today)
    questions.check_name(name)
    Unit.objects.select_for_update().get(pk=root.pk)
    if Form.objects.filter(root=root, name=name.strip()).exists():
        raise RuleBroken("self_check.form.twice", "Det finns redan ett formulär med det namnet.", field="name")
    form = Form.objects.create(root=root, name=name.strip(), shipped=shipped.code if shipped else "")
    version = FormVersion.objects.create(form=form, number=1)
    _write(version, shipped.items if shipped else ())
    _note("form_created", form, by)
    return form


@transaction.atomic
def start_draft(*, form: Form, by: User, today: date) -> FormVersion:
    """A new version, which begins as a copy of the latest; the draft there is, when somebody has begun one."""
    latest = _locked(form, by, today)
    if latest.published_at is None:
        return latest
    draft = FormVersion.objects.create(form=form, number=latest.number + 1)
    _write(draft, [question.item for question in latest.questions.all()])
    _note("form_draft", form, by)
    return draft


@transaction.atomic
def save_question(*, form: Form, item: Item, by: User, today: date) -> Question:
    """Another wording of the draft's question with the same code; at the end when it has none."""
    draft = _draft(form, by, today)
    rows = list(draft.questions.all())
    new = item if item.code else _numbered(item, form)
    items = [new if row.code == new.code else row.item for row in rows]
    if not item.code:
        items.append(new)
    questions.check_items(items)
    _write(draft, items)
    _note("form_edited", form, by)
    return Question.objects.get(version=draft, code=new.code)


@transaction.atomic
def move_question(*, form: Form, code: str, steps: int, by: User, today: date) -> None:
    """Up with -1, down with 1; at the ends it stays. RuleBroken when it would come before what it depends on."""
    draft = _draft(form, by, today)
    items = [row.item for row in draft.questions.all()]
    place = [item.code for item in items].index(code)
    there = min(max(place + steps, 0), len(items) - 1)
    items.insert(there, items.pop(place))
    questions.check_items(items)
    _write(draft, items)
    _note("form_edited", form, by)


@transaction.atomic
def remove_question(*, form: Form, code: str, by: User, today: date) -> None:
    """Not while another question depends on it."""
    draft = _draft(form, by, today)
    items = [row.item for row in draft.questions.all() if row.code != code]
    if any(item.when_code == code for item in items):
        raise RuleBroken("self_check.question.needed", "En annan fråga beror på den. Ändra den frågan först.")
    _write(draft, items)
    _note("form_edited", form, by)


@transaction.atomic
def publish_form(*, form: Form, by: User, now: datetime) -> FormVersion:
    draft = _draft(form, by, day_of(now))
    questions.check_publishable([row.item for row in draft.questions.all()])
    draft.published_at, draft.published_by = now, by
    draft.save(update_fields=["published_at", "published_by"])
    _note("form_published", form, by)
    return draft


@transaction.atomic
def retire_form(*, form: Form, by: User, today: date) -> Form:
    """No longer chosen for new rounds; those that have it keep it."""
    _locked(form, by, today)
    form.retired_on = today
    form.save(update_fields=["retired_on"])
    _note("form_retired", form, by)
    return form


def _locked(form: Form, by: User, today: date) -> FormVersion:
    """The latest version, with the form locked: who edits at the same time waits in line."""
    check(by, EDIT_FORMS, form.root, today=today)
    Form.objects.select_for_update().get(pk=form.pk)
    return FormVersion.objects.filter(form=form).order_by("-number")[0]


def _draft(form: Form, by: User, today: date) -> FormVersion:
    latest = _locked(form, by, today)
    if latest.published_at is not None:
        sentence = marked("Versionen är publicerad och ändras inte. Börja på en ny version.")
        raise RuleBroken("self_check.form.published", sentence)
    return latest


def _numbered(item: Item, form: Form) -> Item:
    """With a code that no version of the form has had."""
    codes = list(Question.objects.filter(version__form=form).values_list("code", flat=True))
    return replace(item, code=questions.next_code(codes, LETTER))


def _write(version: FormVersion, items: Sequence[Item]) -> None:
    """The whole draft anew: nobody has answered a question of a draft."""
    version.questions.all().delete()
    Question.objects.bulk_create(question_of(item, place, version=version) for place, item in enumerate(items, 1))


def _note(event: str, form: Form, by: User) -> None:
    subject = trail.Subject(kind=KIND_OF_FORM, actor_id=by.pk, unit_id=form.root_id)
    trail.write([trail.event(event, subject, data={"form": form.pk})])
