"""Addresses of what one has been told."""

from django.urls import path

from varvet.kernel.notifications import views, views_of_operations

app_name = "notifications"
urlpatterns = [
    path("aviseringar/", views.index, name="list"),
    path("aviseringar/lasta/", views.read_all, name="read_all"),
    path("aviseringar/<int:number>/", views.follow, name="follow"),
    path("installningar/aviseringar/", views.settings, name="settings"),
    path("driftlage/mejl/", views_of_operations.index, name="operations"),
    path("driftlage/mejl/<int:number>/skicka/", views_of_operations.resend, name="resend"),
]
