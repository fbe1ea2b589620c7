"""Brukarmedverkan: what is registered, followed and counted here."""

from django.apps import AppConfig


class InvolvementConfig(AppConfig):
    name = "varvet.registers.involvement"
    label = "involvement"
    verbose_name = "Brukarmedverkan"
