"""The pages as people meet them: in, refused, not there."""

import re
from http import HTTPStatus

from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.kernel.records.models import Confidentiality, Link, LinkKind
from varvet.kernel.records.once import new_key
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.tests.factories import SECRET, Stage, make_decided, make_reported, make_told


def page(client: Client, user: User, name: str, *args: object) -> tuple[int, str]:
    client.force_login(user)
    response = client.get(reverse(f"lex_sarah:{name}", args=args), follow=True)
    return response.status_code, response.content.decode()


def test_the_list_shows_codes_and_no_texts(client: Client, stage: Stage) -> None:
    case = make_decided(stage)
    status, html = page(client, stage.cast.dag, "list")
    assert status == HTTPStatus.OK
    assert case.reference in html
    assert "Brister i rättssäkerhet" in html
    assert SECRET not in html


def test_an_empty_list_says_so(client: Client, stage: Stage) -> None:
    assert "Inga ärenden här" in page(client, stage.cast.dag, "list")[1]


def test_a_mangled_address_is_the_first_page(client: Client, stage: Stage) -> None:
    make_reported(stage)
    client.force_login(stage.cast.dag)
    response = client.get("/lex-sarah/?lage=x&enhet=abc&efter=nowhere")
    assert response.status_code == HTTPStatus.OK
    assert "1 ärende<" in response.content.decode()


def test_a_case_shows_its_texts_to_those_who_handle(client: Client, stage: Stage) -> None:
    case = make_told(stage)
    status, html = page(client, stage.cast.dag, "page", case.reference)
    assert status == HTTPStatus.OK
    explanations = re.sub(r'<span class="explain".*?</span>', "", html, flags=re.DOTALL)
    shown = re.sub(r"<[^>]+>", "", explanations)  # words of the law are buttons, so tags stand between them
    for words in (SECRET, "Allvarligt missförhållande", "3.1-1/2026", "Ärendet anmäldes till IVO."):
        assert words in shown


def test_a_case_tied_to_one_that_the_reader_may_not_open_leaves_no_trace_of_it(client: Client, stage: Stage) -> None:
    theirs = make_reported(stage)
    other = LexSarah.objects.get(pk=make_reported(stage).pk)
    LexSarah.objects.filter(pk=other.pk).update(confidentiality=Confidentiality.MANAGER_EXCLUDED, opened_by=None)
    Link.objects.create(source=theirs, target=other, kind=LinkKind.FOLLOWS)
    assert other.reference in page(client, stage.cast.dag, "page", theirs.reference)[1]
    assert other.reference not in page(client, stage.cast.alice, "page", theirs.reference)[1]


def test_strangers_find_nothing_and_wrong_roles_are_told_who(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    for outsider in (stage.cast.stranger, stage.cast.cecilia, stage.cast.gun):
        assert page(client, outsider, "page", case.reference)[0] == HTTPStatus.NOT_FOUND
    status, html = page(client, stage.cast.bo, "list")
    assert status == HTTPStatus.FORBIDDEN
    assert "Din roll kan inte öppna sidan" in html
    assert page(client, stage.cast.hugo, "report")[0] == HTTPStatus.FORBIDDEN


def test_nobody_gets_in_without_logging_in(client: Client, stage: Stage) -> None:
    case = make_reported(stage)
    addresses = [
        reverse("lex_sarah:page", args=[case.reference]),
        *map(reverse, ["lex_sarah:list", "lex_sarah:report"]),
    ]
    for address in addresses:
        assert client.get(address).status_code == HTTPStatus.FOUND


def test_a_report_is_sent_and_followed(client: Client, stage: Stage) -> None:
    assert page(client, stage.cast.bo, "report")[0] == HTTPStatus.OK
    sent = {"key": new_key(), "what": SECRET, "unit": stage.cast.a.pk, "about_manager": "on"}
    response = client.post(reverse("lex_sarah:report"), sent, follow=True)
    case = LexSarah.objects.get()
    assert case.confidentiality == "manager_excluded"
    assert response.redirect_chain[-1][0] == reverse("lex_sarah:receipt", args=[case.reference])
    assert "Det här är din bekräftelse" in response.content.decode()


def test_a_report_without_words_comes_back(client: Client, stage: Stage) -> None:
    client.force_login(stage.cast.bo)
    response = client.post(reverse("lex_sarah:report"), {"key": "k", "what": "", "unit": stage.cast.a.pk})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Berätta vad som hände." in response.content.decode()
    assert not LexSarah.objects.exists()


def test_the_old_address_of_the_questions_leads_to_them(client: Client, stage: Stage) -> None:
    client.force_login(stage.cast.dag)
    assert client.get("/lex-sarah/fragor/").headers["Location"] == "/fragor/"
