"""Att göra: what waits for a person, from every register."""

from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "varvet.kernel.queue"
    label = "queue"
    verbose_name = "Att göra"
    start_panels = ("varvet.kernel.queue.answers.UNANSWERED", "varvet.kernel.queue.operations.OPERATIONS")
    seldom = (
        "varvet.kernel.queue.questions.SIGNS",
        "varvet.kernel.queue.questions.QUESTIONS",
        "varvet.kernel.queue.questions.OWN",
    )
