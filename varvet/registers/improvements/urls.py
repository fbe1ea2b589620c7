"""Addresses of the improvements register."""

from django.urls import path

from varvet.registers.improvements.views import handle, pages

app_name = "improvements"
urlpatterns = [
    path("atgarder/", pages.index, name="list"),
    path("atgarder/ny/", handle.decide, name="decide"),
    path("atgarder/<slug:reference>/", pages.page, name="page"),
    path("atgarder/<slug:reference>/paborja/", handle.start, name="start"),
    path("atgarder/<slug:reference>/genomford/", handle.carry_out, name="carry_out"),
    path("atgarder/<slug:reference>/effekt/", handle.judge_effect, name="judge_effect"),
    path("atgarder/<slug:reference>/avbryt/", handle.give_up, name="give_up"),
    path("atgarder/<slug:reference>/flytta/", handle.carry_over, name="carry_over"),
]
