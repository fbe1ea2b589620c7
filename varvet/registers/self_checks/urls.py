"""Addresses of the self-checks register."""

from django.urls import path

from varvet.registers.self_checks.rules.reviewing import SECOND
from varvet.registers.self_checks.views import deciding, editing, handle, pages, review, sampling

FORMS = "egenkontroll/formular/"
FORM = FORMS + "<int:pk>/"
ROUND = "egenkontroll/<slug:reference>/"
CASE = ROUND + "arenden/<int:number>/"

app_name = "self_checks"
urlpatterns = [
    path("egenkontroll/", pages.index, name="list"),
    path("egenkontroll/ny/", handle.plan, name="plan"),
    path("egenkontroll/urval/", sampling.planner, name="planner"),
    path(FORMS, editing.index, name="forms"),
    path(FORMS + "nytt/", editing.create, name="new_form"),
    path(FORMS + "bibliotek/<slug:code>/", editing.create, name="shipped_form"),
    path(FORM, editing.page, name="form"),
    path(FORM + "version/<int:number>/", editing.preview, name="form_preview"),
    path(FORM + "fraga/", editing.question, name="new_question"),
    path(FORM + "fraga/<slug:code>/", editing.question, name="question"),
    path(FORM + "fraga/<slug:code>/andra/", editing.change, name="change_question"),
    path(FORM + "utkast/", editing.start_draft, name="start_draft"),
    path(FORM + "publicera/", editing.publish, name="publish_form"),
    path(FORM + "sluta/", editing.retire, name="retire_form"),
    path(ROUND, pages.page, name="page"),
    path(ROUND + "paborja/", handle.start, name="start"),
    path(ROUND + "resultat/", handle.record_result, name="record_result"),
    path(ROUND + "stall-in/", handle.mark_not_done, name="mark_not_done"),
    path(ROUND + "granskning/", review.set_up, name="set_up"),
    path(ROUND + "egen-fraga/", review.own_question, name="own_question"),
    path(ROUND + "egen-fraga/<slug:code>/ta-bort/", review.remove_own_question, name="remove_own_question"),
    path(ROUND + "arenden/", review.cases, name="cases"),
    path(CASE, review.case, name="case"),
    path(CASE + "utkast/", review.draft, name="case_draft"),
    path(CASE + "andra/", review.case, {"turn": SECOND}, name="second"),
    path(CASE + "andra/utkast/", review.draft, {"turn": SECOND}, name="second_draft"),
    path(CASE + "vidare/<slug:code>/", review.pass_on, name="pass_on"),
    path(ROUND + "lardom/", review.lesson, name="lesson"),
    path(ROUND + "sammanstall/", review.conclude, name="conclude"),
    path(ROUND + "urval/", sampling.sample, name="sample"),
    path(ROUND + "urval/lista/", sampling.read_frame, name="read_frame"),
    path(ROUND + "urval/akter/", sampling.find_files, name="find_files"),
    path(ROUND + "urval/<int:frame>/dra/", sampling.draw, name="draw"),
    path(ROUND + "urval/byt/<int:number>/", sampling.replace, name="replace"),
    path(ROUND + "analys/", deciding.analyse, name="analyse"),
    path(ROUND + "beslut/", deciding.decide, name="decide"),
    path(ROUND + "traff/", deciding.raise_at_apt, name="raise_at_apt"),
]
