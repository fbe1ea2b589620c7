"""Addresses of what one has been told."""

from django.urls import path

from varvet.kernel.notifications import views

app_name = "notifications"
urlpatterns = [
    path("aviseringar/", views.index, name="list"),
    path("aviseringar/lasta/", views.read_all, name="read_all"),
    path("aviseringar/<int:number>/", views.follow, name="follow"),
    path("installningar/aviseringar/", views.settings, name="settings"),
]
