"""Addresses of the lex Sarah register."""

from django.urls import path
from django.views.generic import RedirectView

from varvet.registers.lex_sarah.views import handle, papers, report

app_name = "lex_sarah"
urlpatterns = [
    path("lex-sarah/", handle.index, name="list"),
    path("lex-sarah/rapportera/", report.report, name="report"),
    path("lex-sarah/fragor/", RedirectView.as_view(pattern_name="questions:list"), name="referrals"),
    path("lex-sarah/<slug:reference>/", handle.page, name="page"),
    path("lex-sarah/<slug:reference>/handlingar/<slug:name>/<slug:form>/", papers.document, name="document"),
    path("lex-sarah/<slug:reference>/sammanfattning/", papers.summary, name="summary"),
]
