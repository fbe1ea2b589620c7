"""Addresses of questions between registers and of the reconciliation."""

from django.urls import path

from varvet.kernel.ui.questions import views

app_name = "questions"
urlpatterns = [
    path("fragor/", views.index, name="list"),
    path("fragor/<int:pk>/ta-emot/", views.accept, name="accept"),
    path("fragor/<int:pk>/avboj/", views.refuse, name="refuse"),
    path("fragor/stall/<slug:reference>/<slug:kind>/", views.ask, name="ask"),
    path("lex-sarah/prova/<slug:reference>/", views.weigh, name="weigh"),
    path("lex-sarah/avstamning/", views.reconciliation, name="reconciliation"),
]
