"""Addresses of the improvements register."""

from django.urls.resolvers import URLPattern

app_name = "improvements"
urlpatterns: list[URLPattern] = []
