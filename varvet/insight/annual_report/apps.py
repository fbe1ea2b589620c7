"""The annual quality report: template and figures in, one report out, in every format."""

from django.apps import AppConfig


class AnnualReportConfig(AppConfig):
    name = "varvet.insight.annual_report"
    label = "annual_report"
    verbose_name = "Kvalitetsberättelse"
    start_panels = ("varvet.insight.annual_report.start.REPORTS", "varvet.insight.annual_report.start.YEAR")
    choices = ("varvet.insight.annual_report.choices.TEMPLATE",)
