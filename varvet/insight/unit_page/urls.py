"""Addresses of the unit's page: one's own unit's, and any other's that one may read."""

from django.urls import path

from varvet.insight.unit_page import views

app_name = "unit_page"
urlpatterns = [
    path("enheten/", views.own, name="unit"),
    path("enheten/<int:unit_id>/", views.unit, name="unit"),
]
