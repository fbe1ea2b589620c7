"""A unit's own page of figures."""

from django.apps import AppConfig


class UnitPageConfig(AppConfig):
    name = "varvet.insight.unit_page"
    label = "unit_page"
    verbose_name = "Enheten"
    start_panels = ("varvet.insight.unit_page.panel.UNIT_PANEL",)
