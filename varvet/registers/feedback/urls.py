"""Addresses of the feedback register."""

from django.urls import path

from varvet.registers.feedback.views import handle

app_name = "feedback"
urlpatterns = [
    path("synpunkter/", handle.index, name="list"),
    path("synpunkter/registrera/", handle.capture, name="capture"),
    path("synpunkter/<slug:reference>/", handle.page, name="page"),
]
