"""Addresses of the self-checks register."""

from django.urls import path

from varvet.registers.self_checks.views import deciding, handle, pages, sampling

app_name = "self_checks"
urlpatterns = [
    path("egenkontroll/", pages.index, name="list"),
    path("egenkontroll/ny/", handle.plan, name="plan"),
    path("egenkontroll/urval/", sampling.planner, name="planner"),
    path("egenkontroll/<slug:reference>/", pages.page, name="page"),
    path("egenkontroll/<slug:reference>/paborja/", handle.start, name="start"),
    path("egenkontroll/<slug:reference>/resultat/", handle.record_result, name="record_result"),
    path("egenkontroll/<slug:reference>/stall-in/", handle.mark_not_done, name="mark_not_done"),
    path("egenkontroll/<slug:reference>/urval/", sampling.sample, name="sample"),
    path("egenkontroll/<slug:reference>/urval/lista/", sampling.read_frame, name="read_frame"),
    path("egenkontroll/<slug:reference>/urval/akter/", sampling.find_files, name="find_files"),
    path("egenkontroll/<slug:reference>/urval/<int:frame>/dra/", sampling.draw, name="draw"),
    path("egenkontroll/<slug:reference>/urval/byt/<int:number>/", sampling.replace, name="replace"),
    path("egenkontroll/<slug:reference>/analys/", deciding.analyse, name="analyse"),
    path("egenkontroll/<slug:reference>/beslut/", deciding.decide, name="decide"),
    path("egenkontroll/<slug:reference>/traff/", deciding.raise_at_apt, name="raise_at_apt"),
]
