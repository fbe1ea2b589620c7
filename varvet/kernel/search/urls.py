"""Addresses of searching."""

from django.urls import path

from varvet.kernel.search import views

app_name = "search"
urlpatterns = [
    path("", views.search, name="search"),
]
