"""Addresses of the annual report and of the figures behind it."""

from django.urls import path

from varvet.insight.annual_report import views

app_name = "annual_report"
urlpatterns = [
    path("kvalitetsberattelse/", views.index, name="list"),
    path("kvalitetsberattelse/<int:year>/", views.read, name="read"),
    path("kvalitetsberattelse/<int:year>/<slug:name>/", views.download, name="download"),
    path("siffror/", views.figure, name="figure"),
]
