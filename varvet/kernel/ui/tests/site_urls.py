"""Addresses and a made-up frame for the smallest site."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path

from varvet.kernel.ui.context import Frame, MenuItem

urlpatterns = [path("", include("varvet.kernel.ui.urls"))]

MENU = ("Avvikelser", "Lex Sarah", "Synpunkter", "Egenkontroll", "Läget", "Kvalitetsberättelse")


def sample_frame(request: HttpRequest) -> dict[str, Any]:
    start = MenuItem("Att göra", "/delar/start/", request.path.endswith("start/"), "list", 7)
    rest = [MenuItem(label, f"/x{n}/", label == "Lex Sarah" and "arende" in request.path) for n, label in enumerate(MENU)]
    tabs = [
        start,
        MenuItem("Rapportera", "/delar/formular/", "formular" in request.path, "plus"),
        MenuItem("Läget", "/laget/", current=False, icon="trend"),
        MenuItem("Meny", "/meny/", current=False, icon="menu"),
    ]
    frame = Frame((start, *rest), tuple(tabs), "Maria Lind", "Enhetschef", "Enheten för barn och unga", "Björkviks kommun")
    return {"frame": frame}
