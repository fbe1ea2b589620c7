"""The pages as people meet them: in, refused, not there."""

from http import HTTPStatus

from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.kernel.access.tests.cast import NOW, TODAY
from varvet.kernel.records.models import Link, LinkKind, Record
from varvet.kernel.records.once import new_key
from varvet.registers.feedback import actions, rules
from varvet.registers.feedback.models import Feedback
from varvet.registers.feedback.tests.factories import SECRET, SENDER, Desk, make_captured, make_closed, make_reopened
from varvet.registers.feedback.views import shown_steps


def page(client: Client, user: User, name: str, *args: object) -> tuple[int, str]:
    client.force_login(user)
    response = client.get(reverse(f"feedback:{name}", args=args), follow=True)
    return response.status_code, response.content.decode()


def test_the_list_shows_codes_and_no_texts(client: Client, desk: Desk) -> None:
    feedback = make_captured(desk)
    sorting = actions.Sorting(rules.Sort.COMPLAINT, ("waiting",))
    actions.categorise(feedback=feedback, sorting=sorting, version=1, by=desk.cast.alice, now=NOW)
    status, html = page(client, desk.cast.alice, "list")
    assert status == HTTPStatus.OK
    assert feedback.reference in html
    assert "Klagomål: väntetid" in html
    assert SECRET not in html
    assert SENDER not in html


def test_an_empty_list_says_so_and_a_mangled_address_is_the_first_page(client: Client, desk: Desk) -> None:
    assert "Inga synpunkter i urvalet" in page(client, desk.cast.alice, "list")[1]
    make_captured(desk)
    response = client.get("/synpunkter/?lage=x&enhet=abc&slag=y&efter=nowhere")
    assert "1 i urvalet" in response.content.decode()


def test_a_page_shows_who_said_it_to_those_who_answer(client: Client, desk: Desk) -> None:
    feedback, other = make_reopened(desk), make_captured(desk)
    source, target = Record.objects.get(pk=feedback.pk), Record.objects.get(pk=other.pk)
    Link.objects.create(source=source, target=target, kind=LinkKind.CONCERNS)
    status, html = page(client, desk.cast.alice, "page", feedback.reference)
    assert status == HTTPStatus.OK
    for words in (SECRET, SENDER, "Nästa steg", "Bara ni läser", "Återöppnad", other.reference):
        assert words in html
    assert SENDER not in page(client, desk.cast.dag, "page", feedback.reference)[1]


def test_a_step_that_lies_ahead_again_shows_no_day(desk: Desk) -> None:
    assert [bool(step.when) for step in shown_steps.steps(make_closed(desk), TODAY)] == [True, True, True]
    assert [bool(step.when) for step in shown_steps.steps(make_reopened(desk), TODAY)] == [True, False, False]


def test_strangers_find_nothing_and_wrong_roles_are_told_who(client: Client, desk: Desk) -> None:
    feedback = make_captured(desk)
    for outsider in (desk.cast.stranger, desk.cast.cecilia, desk.cast.gun):
        assert page(client, outsider, "page", feedback.reference)[0] == HTTPStatus.NOT_FOUND
    status, html = page(client, desk.cast.bo, "list")
    assert status == HTTPStatus.FORBIDDEN
    assert "Din roll kan inte öppna sidan" in html
    assert page(client, desk.cast.gun, "capture")[0] == HTTPStatus.FORBIDDEN


def test_nobody_gets_in_without_logging_in(client: Client, desk: Desk) -> None:
    feedback = make_captured(desk)
    addresses = [
        reverse("feedback:page", args=[feedback.reference]),
        *map(reverse, ["feedback:list", "feedback:capture"]),
    ]
    for address in addresses:
        assert client.get(address).status_code == HTTPStatus.FOUND


def test_what_was_said_is_captured(client: Client, desk: Desk) -> None:
    assert page(client, desk.cast.bo, "capture")[0] == HTTPStatus.OK
    taps = {"said_by": "client", "sort": "praise", "channel": "visit", "handled": "later"}
    sent = {"key": new_key(), "what": SECRET, "unit": desk.cast.a.pk, **taps}
    response = client.post(reverse("feedback:capture"), sent | {"about_manager": "on"}, follow=True)
    feedback = Feedback.objects.get()
    assert (feedback.sort, feedback.channel, feedback.confidentiality) == ("praise", "visit", "manager_excluded")
    assert response.redirect_chain[-1][0] == reverse("feedback:captured", args=[feedback.reference])
    assert SECRET not in response.content.decode()
    assert SECRET in page(client, desk.cast.bo, "page", feedback.reference)[1]


def test_a_form_without_words_comes_back_and_staff_cannot_say_it_came_by_web(client: Client, desk: Desk) -> None:
    client.force_login(desk.cast.bo)
    sent = {"key": "k", "what": "", "sort": "view", "channel": "phone", "unit": desk.cast.a.pk}
    sent |= {"said_by": "other", "handled": "later"}
    response = client.post(reverse("feedback:capture"), sent)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad personen sade." in response.content.decode()
    response = client.post(reverse("feedback:capture"), sent | {"channel": "web"})
    assert "channel" in response.context["form"].errors
    assert not Feedback.objects.exists()
