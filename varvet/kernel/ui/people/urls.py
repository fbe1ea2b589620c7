"""Addresses of absence and of handing over."""

from django.urls import path

from varvet.kernel.ui.people import views

app_name = "people"
urlpatterns = [
    path("franvaro/", views.absence, name="absence"),
    path("franvaro/<int:number>/slut/", views.end, name="end"),
    path("medarbetare/", views.index, name="list"),
    path("medarbetare/<int:number>/franvaro/", views.absence_of, name="absence_of"),
    path("medarbetare/<int:number>/lamna-over/", views.hand_over, name="hand_over"),
]
