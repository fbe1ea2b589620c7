"""Addresses of the feedback register."""

from django.urls import path

from varvet.registers.feedback import views

app_name = "feedback"
urlpatterns = [
    path("synpunkter/", views.index, name="list"),
    path("synpunkter/registrera/", views.capture, name="capture"),
    path("synpunkter/<slug:reference>/", views.page, name="page"),
]
