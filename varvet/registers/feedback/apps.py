"""Feedback: what people say of the services, from receipt to answer."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "varvet.registers.feedback"
    label = "feedback"
    verbose_name = "Synpunkter och klagomål"
