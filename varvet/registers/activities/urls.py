"""Addresses of the year's wheel."""

from django.urls import path

from varvet.registers.activities.views import calendars, pages, steps

OCCASION = "arshjul/<slug:reference>/"

app_name = "activities"
urlpatterns = [
    path("arshjul/", pages.wheel, name="wheel"),
    path("arshjul/aktiviteter/", pages.activities, name="activities"),
    path("arshjul/aktiviteter/ny/", pages.add, name="add"),
    path("arshjul/aktiviteter/fardiga/", pages.take_shipped, name="take_shipped"),
    path("arshjul/aktiviteter/<int:pk>/", pages.activity, name="activity"),
    path("arshjul/aktiviteter/<int:pk>/andra/", pages.change, name="change"),
    path("arshjul/kalender/", calendars.own, name="calendar"),
    path("arshjul/kalender/ny/", calendars.make, name="make_calendar"),
    path("arshjul/kalender/ta-bort/", calendars.remove, name="remove_calendar"),
    path("kalender/<slug:secret>.ics", calendars.feed, name="feed"),
    path(OCCASION, pages.page, name="page"),
    path(OCCASION + "gjord/", steps.mark_done, name="mark_done"),
    path(OCCASION + "blev-inte-av/", steps.mark_not_done, name="mark_not_done"),
    path(OCCASION + "flytta/", steps.move, name="move"),
    path(OCCASION + "stall-in/", steps.cancel, name="cancel"),
    path(OCCASION + "oppna-igen/", steps.reopen, name="reopen"),
    path(OCCASION + "ansvarig/", steps.assign, name="assign"),
]
