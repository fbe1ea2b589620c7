"""Addresses of risks."""

from django.urls import path

from varvet.registers.risks.views import lists, pages, steps

app_name = "risks"
RISK = "risker/<slug:reference>/"
urlpatterns = [
    path("risker/", pages.index, name="list"),
    path("risker/ny/", pages.add, name="add"),
    path("risker/fil.<slug:form>", lists.export, name="export"),
    path("risker/las-in/", lists.send, name="send"),
    path("risker/las-in/titta-igenom/", lists.look_through, name="look_through"),
    path(RISK, pages.page, name="page"),
    path(f"{RISK}bedom/", steps.assess, name="assess"),
    path(f"{RISK}efter-atgard/", steps.treat, name="treat"),
    path(f"{RISK}acceptera/", steps.accept, name="accept"),
    path(f"{RISK}genomgang/", steps.review, name="review"),
    path(f"{RISK}intraffade/", steps.occur, name="occur"),
    path(f"{RISK}beskriv/", steps.describe, name="describe"),
    path(f"{RISK}ansvarig/", steps.assign, name="assign"),
    path(f"{RISK}avsluta/", steps.close, name="close"),
    path(f"{RISK}ateroppna/", steps.reopen, name="reopen"),
]
