"""Addresses of files. None holds a file's name: addresses are logged, and a name can tell of a person."""

from django.urls import path

from varvet.kernel.ui.files import views

app_name = "files"
urlpatterns = [
    path("till/<slug:reference>/", views.add, name="add"),
    path("till/<slug:reference>/<int:attachment_id>/ta-bort/", views.remove, name="remove"),
    path("<slug:token>/", views.hand_out, name="hand_out"),
]
