"""Addresses of the self-checks register."""

from django.urls import path

from varvet.registers.self_checks.views import deciding, handle, pages, plan_rows, plans, readiness, sampling

app_name = "self_checks"
urlpatterns = [
    path("egenkontroll/", pages.index, name="list"),
    path("egenkontroll/ny/", handle.plan, name="plan"),
    path("egenkontroll/lage/", readiness.index, name="readiness"),
    path("egenkontroll/plan/", plans.index, name="plans"),
    path("egenkontroll/plan/ny/", plans.new, name="new_plan"),
    path("egenkontroll/plan/internkontroll/", plan_rows.internal_control, name="internal_control"),
    path("egenkontroll/plan/<int:pk>/", plans.page, name="year_plan"),
    path("egenkontroll/plan/<int:pk>/godkann/", plans.approve, name="approve_plan"),
    path("egenkontroll/plan/<int:pk>/omgangar/", plans.make_rounds, name="make_rounds"),
    path("egenkontroll/plan/<int:pk>/fardig/<slug:name>/", plans.take_ready, name="take_ready"),
    path("egenkontroll/plan/<int:pk>/nasta-ar/", plans.copy, name="copy_plan"),
    path("egenkontroll/plan/<int:pk>/kontroll/", plan_rows.add, name="add_row"),
    path("egenkontroll/plan/kontroll/<int:pk>/", plan_rows.page, name="plan_row"),
    path("egenkontroll/plan/kontroll/<int:pk>/andra/", plan_rows.change, name="change_row"),
    path("egenkontroll/plan/kontroll/<int:pk>/stryk/", plan_rows.remove, name="remove_row"),
    path("egenkontroll/<slug:reference>/efter-kon/", readiness.supplement, name="supplement"),
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
