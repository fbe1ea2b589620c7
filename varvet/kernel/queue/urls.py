"""The start page's address."""

from django.urls import path

from varvet.kernel.queue import views

app_name = "queue"
urlpatterns = [path("", views.todo, name="todo")]
