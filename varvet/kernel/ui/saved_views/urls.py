"""Addresses of saved views."""

from django.urls import path

from varvet.kernel.ui.saved_views import views

app_name = "views"
urlpatterns = [
    path("", views.index, name="list"),
    path("ny/<slug:kind>/", views.save, name="save"),
    path("<int:pk>/", views.rename, name="rename"),
    path("<int:pk>/ta-bort/", views.delete, name="delete"),
]
