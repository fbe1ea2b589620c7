"""Addresses of the self-checks register."""

from django.urls.resolvers import URLPattern

app_name = "self_checks"
urlpatterns: list[URLPattern] = []
