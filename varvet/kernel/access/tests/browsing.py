"""Somebody of the cast at the browser, and the page as they read it."""

from typing import Protocol

from django.test import Client

from varvet.kernel.access.models import User


class Answered(Protocol):
    """What the test client answers with."""

    @property
    def content(self) -> bytes: ...


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text_of(response: Answered) -> str:
    return response.content.decode()
