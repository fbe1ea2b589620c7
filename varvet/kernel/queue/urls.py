"""Addresses of the start page and of the whole queue."""

from django.urls import path

from varvet.kernel.queue import views

app_name = "queue"
urlpatterns = [
    path("", views.todo, name="todo"),
    path("att-gora/", views.whole, name="all"),
]
