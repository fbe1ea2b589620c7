"""Addresses of inspections."""

from django.urls import path

from varvet.registers.inspections.views import export, handle, papers, questions, steps

app_name = "inspections"
ONE = "tillsyn/<slug:reference>/"
QUESTIONS = f"{ONE}fragor/"
urlpatterns = [
    path("tillsyn/", handle.index, name="list"),
    path("tillsyn/ny/", handle.take_in, name="take_in"),
    path("tillsyn/avisera/", handle.announce, name="announce"),
    path("tillsyn/fil.<slug:form>", export.export, name="export"),
    path(ONE, handle.page, name="page"),
    path(f"{ONE}borja/", steps.receive, name="receive"),
    path(f"{ONE}svara/", steps.answer, name="answer"),
    path(f"{ONE}skicka/", steps.send, name="send"),
    path(f"{ONE}besluta/", steps.decide, name="decide"),
    path(f"{ONE}punkt/", steps.find, name="find"),
    path(f"{ONE}punkt/<int:number>/", steps.settle, name="settle"),
    path(f"{ONE}folj-upp/", steps.follow, name="follow"),
    path(f"{ONE}avsluta/", steps.close, name="close"),
    path(f"{ONE}ateroppna/", steps.reopen, name="reopen"),
    path(f"{ONE}aterkalla/", steps.withdraw, name="withdraw"),
    path(f"{ONE}andra/", steps.describe, name="describe"),
    path(f"{ONE}ansvarig/", steps.assign, name="assign"),
    path(f"{ONE}anteckna/", steps.note, name="note"),
    path(f"{ONE}sammanfattning/", papers.page, name="summary"),
    path(f"{ONE}handlingar/<slug:name>/<slug:form>/", papers.document, name="document"),
    path(QUESTIONS, questions.index, name="questions"),
    path(f"{QUESTIONS}nya/", questions.ask, name="ask"),
    path(f"{QUESTIONS}fordela/", questions.give, name="give"),
    path(f"{QUESTIONS}fil.xlsx", export.questions, name="questions_file"),
    path(f"{QUESTIONS}<int:number>/", questions.answer_one, name="question"),
    path(f"{QUESTIONS}<int:number>/klar/", questions.review, name="review"),
    path(f"{QUESTIONS}<int:number>/ta-bort/", questions.remove, name="remove_question"),
]
