"""Addresses of settings and lists."""

from django.urls import path

from varvet.kernel.ui.settings import views

app_name = "settings"
urlpatterns = [
    path("", views.index, name="index"),
    path("lista/<slug:key>/", views.category_list, name="list"),
    path("lista/<slug:key>/andra/", views.change_list, name="change_list"),
    path("<slug:key>/", views.setting, name="setting"),
    path("<slug:key>/andra/", views.change, name="change"),
]
