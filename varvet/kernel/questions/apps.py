"""Questions between registers: asked, answered, and told of when nobody answers."""

from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "varvet.kernel.questions"
    label = "questions"
    verbose_name = "Questions between registers"
