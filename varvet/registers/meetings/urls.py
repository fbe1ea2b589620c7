"""Addresses of staff meetings."""

app_name = "meetings"
urlpatterns: list[object] = []
