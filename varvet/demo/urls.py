"""Where one chooses who to be in the demo."""

from django.urls import path

from varvet.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/", views.choose, name="choose"),
    path("demo/<int:person>/", views.enter, name="enter"),
]
