"""Addresses of compilations: a unit and a period."""

from django.urls import path

from varvet.insight.compilations import views

app_name = "compilations"
urlpatterns = [
    path("sammanstallningar/", views.index, name="list"),
    path("sammanstallningar/<int:unit_id>/<slug:code>/", views.read, name="read"),
    path("sammanstallningar/<int:unit_id>/<slug:code>/skriv/", views.write, name="write"),
    path("sammanstallningar/<int:unit_id>/<slug:code>/faststall/", views.approve, name="approve"),
    path("sammanstallningar/<int:unit_id>/<slug:code>/<slug:name>/", views.download, name="download"),
]
