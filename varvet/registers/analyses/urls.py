"""Addresses of analyses."""

from django.urls import path

from varvet.registers.analyses.views import answers, conclusions, pages, papers, steps

app_name = "analyses"
ONE = "analyser/<slug:reference>/"
QUESTION = f"{ONE}fragor/<int:number>/"
CONCLUSION = f"{ONE}slutsatser/<int:number>/"
urlpatterns = [
    path("analyser/", pages.index, name="list"),
    path("analyser/ny/", pages.start, name="start"),
    path(ONE, pages.page, name="page"),
    path(f"{ONE}flytta/", steps.describe, name="describe"),
    path(f"{ONE}ansvarig/", steps.assign, name="assign"),
    path(f"{ONE}stall-in/", steps.withdraw, name="withdraw"),
    path(f"{ONE}hallet/", steps.hold, name="hold"),
    path(f"{ONE}faststall/", steps.approve, name="approve"),
    path(f"{ONE}ateroppna/", steps.reopen, name="reopen"),
    path(f"{ONE}erbjud/", steps.offer, name="offer"),
    path(f"{ONE}ta-tillbaka/", steps.take_back, name="take_back"),
    path(f"{ONE}fragor/ny/", steps.ask, name="ask"),
    path(QUESTION, answers.answer_one, name="answer"),
    path(f"{QUESTION}utkast/", answers.draft, name="draft"),
    path(f"{ONE}slutsatser/ny/", steps.conclude, name="conclude"),
    path(CONCLUSION, conclusions.change, name="change"),
    path(f"{CONCLUSION}ingen-atgard/", conclusions.settle, name="settle"),
    path(f"{ONE}verksamhetsplan/", papers.page, name="paper"),
    path(f"{ONE}verksamhetsplan/<slug:form>/", papers.document, name="document"),
]
