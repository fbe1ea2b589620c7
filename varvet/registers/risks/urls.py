"""Addresses of risks."""

from django.urls import path

from varvet.registers.risks.views import lists, overview, pages, steps, workshops

app_name = "risks"
YEAR = "risker/riskbild/<int:year>/"
WORKSHOP = "risker/verkstad/<slug:code>/"
RISK = "risker/<slug:reference>/"
urlpatterns = [
    path("risker/", pages.index, name="list"),
    path("risker/ny/", pages.add, name="add"),
    path("risker/fil.<slug:form>", lists.export, name="export"),
    path("risker/las-in/", lists.send, name="send"),
    path("risker/las-in/titta-igenom/", lists.look_through, name="look_through"),
    path("risker/riskbild/", overview.years, name="years"),
    path(YEAR, overview.read, name="overview"),
    path(f"{YEAR}papper/", overview.paper, name="overview_paper"),
    path(f"{YEAR}fil.<slug:form>", overview.take_out, name="overview_file"),
    path(f"{YEAR}valj/", overview.choose, name="choose"),
    path(f"{YEAR}beslut/", overview.decide, name="decide"),
    path(f"{YEAR}punkt/", overview.point, name="new_point"),
    path(f"{YEAR}punkt/<int:pk>/", overview.point, name="point"),
    path(f"{YEAR}punkt/<int:pk>/ta-bort/", overview.remove, name="remove_point"),
    path(f"{YEAR}punkt/<int:pk>/uppfoljning/", overview.follow_up, name="follow_up"),
    path("risker/verkstad/", workshops.index, name="workshops"),
    path("risker/verkstad/ny/", workshops.begin, name="begin_workshop"),
    path(WORKSHOP, workshops.read, name="workshop"),
    path(f"{WORKSHOP}grupper/", workshops.group, name="group"),
    path(f"{WORKSHOP}bedom/", workshops.vote, name="vote"),
    path(f"{WORKSHOP}enas/", workshops.agree, name="agree"),
    path(f"{WORKSHOP}vidare/", workshops.go_on, name="go_on"),
    path(RISK, pages.page, name="page"),
    path(f"{RISK}bedom/", steps.assess, name="assess"),
    path(f"{RISK}efter-atgard/", steps.treat, name="treat"),
    path(f"{RISK}acceptera/", steps.accept, name="accept"),
    path(f"{RISK}genomgang/", steps.review, name="review"),
    path(f"{RISK}intraffade/", steps.occur, name="occur"),
    path(f"{RISK}lossa/", steps.untie, name="untie"),
    path(f"{RISK}beskriv/", steps.describe, name="describe"),
    path(f"{RISK}ansvarig/", steps.assign, name="assign"),
    path(f"{RISK}avsluta/", steps.close, name="close"),
    path(f"{RISK}ateroppna/", steps.reopen, name="reopen"),
]
