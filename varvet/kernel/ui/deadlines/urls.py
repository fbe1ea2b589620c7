"""The address of giving more time."""

from django.urls import path

from varvet.kernel.ui.deadlines import views

app_name = "deadlines"
urlpatterns = [path("<slug:reference>/<slug:code>/", views.give_time, name="extend")]
