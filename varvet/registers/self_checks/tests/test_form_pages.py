"""The pages of forms: who reads and who edits them, and editing by buttons alone."""

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import Cast
from varvet.registers.self_checks.models import Form, Question
from varvet.registers.self_checks.rules import library
from varvet.registers.self_checks.tests.form_factories import make_form, make_published

QUESTION = {"text": "Är planen aktuell?", "kind": "graded", "lacks": ["no", "partly"], "required": "on"}


def address(name: str, *args: object) -> str:
    return reverse(f"self_checks:{name}", args=args)


def test_a_form_is_written_published_and_begun_anew(client: Client, cast: Cast) -> None:
    client.force_login(cast.eva)
    client.post(address("new_form"), {"name": "Planer"})
    form = Form.objects.get(root=cast.root)
    assert client.post(address("new_question", form.pk), QUESTION).status_code == 302
    following = QUESTION | {"text": "Varför inte?", "when": "q1=no", "kind": "text", "lacks": []}
    assert client.post(address("new_question", form.pk), following).status_code == 302
    page = client.get(address("form", form.pk)).content.decode()
    assert "När svaret är Nej på: Är planen aktuell?" in page
    assert "Brist: Delvis, Nej" in page
    client.post(address("publish_form", form.pk))
    assert form.versions.get().published_by == cast.eva
    client.post(address("start_draft", form.pk))
    assert form.versions.count() == 2


def test_moving_and_taking_away_by_buttons(client: Client, cast: Cast) -> None:
    form = make_form(cast)
    client.force_login(cast.eva)
    client.post(address("change_question", form.pk, "q2"), {"gor": "upp"})
    client.post(address("change_question", form.pk, "q4"), {"gor": "bort"})
    assert list(form.versions.get().questions.values_list("code", flat=True)) == ["q2", "q1", "q3"]
    page = client.post(address("change_question", form.pk, "q2"), {"gor": "bort"}, follow=True)
    assert "En annan fråga beror på den." in page.content.decode()


@pytest.mark.parametrize("code", library.CODES)
def test_a_shipped_form_is_read_and_copied(client: Client, cast: Cast, code: str) -> None:
    client.force_login(cast.eva)
    shipped = library.shipped_form(code)
    page = client.get(address("shipped_form", code)).content.decode()
    assert shipped.items[2].text in page
    assert page.count('<p class="q-t">') == len(shipped.items)
    client.post(address("shipped_form", code), {"name": shipped.name})
    assert Question.objects.filter(version__form__shipped=code).count() == len(shipped.items)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": ""}, "Skriv frågan."),
        ({"kind": ""}, "Välj hur frågan besvaras."),
        ({"kind": "text"}, "Det svaret kan inte vara en brist."),
    ],
)
def test_a_refusal_is_said_in_the_form(client: Client, cast: Cast, fields: dict[str, str], sentence: str) -> None:
    form = make_form(cast)
    client.force_login(cast.eva)
    answer = client.post(address("new_question", form.pk), QUESTION | fields)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_question_is_edited_with_what_it_has(client: Client, cast: Cast) -> None:
    form = make_form(cast)
    client.force_login(cast.eva)
    page = client.get(address("question", form.pk, "q3")).content.decode()
    assert "Är det motiverat?" in page
    assert '<option value="q2=no" selected>' in page
    assert client.get(address("question", form.pk, "q9")).status_code == 404


def test_who_performs_reads_forms_and_does_not_edit(client: Client, cast: Cast) -> None:
    version = make_published(cast)
    client.force_login(cast.alice)
    assert "Nytt formulär" not in client.get(address("forms")).content.decode()
    assert "Börja på en ny version" not in client.get(address("form", version.form_id)).content.decode()
    preview = client.get(address("form_preview", version.form_id, 1)).content.decode()
    assert "Svara bara om du svarade Nej på: Syns barnets röst?" in preview
    for name, args in (("new_form", ()), ("new_question", (version.form_id,))):
        assert client.get(address(name, *args)).status_code == 403
    for name in ("publish_form", "start_draft", "retire_form"):
        assert client.post(address(name, version.form_id)).status_code == 403


def test_another_roots_form_is_not_there(client: Client, cast: Cast) -> None:
    form = make_form(cast)
    client.force_login(cast.stranger)
    assert client.get(address("form", form.pk)).status_code == 404
    assert client.post(address("publish_form", form.pk)).status_code == 404


def test_forms_are_not_for_those_without_self_checks(client: Client, cast: Cast) -> None:
    client.force_login(cast.bo)
    assert client.get(address("forms")).status_code == 403
