"""Addresses of the page about the law."""

from django.urls import path

from varvet.kernel.ui.law import views

app_name = "law"
urlpatterns = [
    path("", views.index, name="index"),
    path("paragrafer/<slug:key>/", views.section_seen, name="section_seen"),
    path("<slug:key>/", views.term, name="term"),
    path("<slug:key>/ratta/", views.correct, name="correct"),
]
