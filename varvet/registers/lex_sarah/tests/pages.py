"""Asking for the pages of lex Sarah as a person, and sending their forms."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.models import User
from varvet.registers.lex_sarah.models import LexSarah


def address(name: str, case: LexSarah, *more: object) -> str:
    return reverse(f"lex_sarah:{name}", args=[case.reference, *more])


def get(client: Client, user: User, where: str) -> HttpResponse:
    client.force_login(user)
    return client.get(where)  # type: ignore[return-value]  # the test client's own response


def send(client: Client, user: User, where: str, **given: object) -> HttpResponse:
    client.force_login(user)
    return client.post(where, given)  # type: ignore[return-value]  # the test client's own response


def fresh(case: LexSarah) -> LexSarah:
    return LexSarah.objects.get(pk=case.pk)
