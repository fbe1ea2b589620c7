"""The look: frame, parts and pages that belong to no register."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "varvet.kernel.ui"
    label = "ui"
    start_panels = ("varvet.kernel.ui.saved_views.start.MY_VIEWS",)
