"""Addresses of the pages that belong to no register."""

from django.urls import path

from varvet.kernel.ui import views

app_name = "ui"
urlpatterns = [
    path("meny/", views.menu, name="menu"),
    path("sprak/", views.language, name="language"),
    path("tangentbord/", views.keys, name="keys"),
    path("delar/", views.gallery, name="gallery"),
    path("delar/<slug:name>/", views.gallery_page, name="gallery_page"),
    path("ordlista/", views.glossary, name="glossary"),
    path("tillganglighet/", views.accessibility, name="accessibility"),
    path("personuppgifter/", views.personal_data, name="personal_data"),
]
