"""The addresses of giving more time, pausing it, and letting it go on."""

from django.urls import path

from varvet.kernel.ui.deadlines import views

app_name = "deadlines"
urlpatterns = [
    path("<slug:reference>/<str:code>/", views.give_time, name="extend"),
    path("<slug:reference>/<str:code>/paus/", views.pause_time, name="pause"),
    path("<slug:reference>/<str:code>/fortsatt/", views.resume_time, name="resume"),
]
