"""Addresses of the improvements register."""

from django.urls import path

from varvet.registers.improvements.views import handle, handle_plan, many, overview, pages, public, publishing

app_name = "improvements"
urlpatterns = [
    path("atgarder/", pages.index, name="list"),
    path("atgarder/ny/", handle.decide, name="decide"),
    path("atgarder/tavla/", overview.board, name="board"),
    path("atgarder/tidslinje/", overview.timeline, name="timeline"),
    path("atgarder/flera/", many.change, name="many"),
    path("atgarder/fil.<slug:form>", overview.export, name="export"),
    path("atgarder/det-har-vi-andrat/", publishing.choose, name="choose_public"),
    path("det-har-vi-andrat/", public.roots, name="public_roots"),
    path("det-har-vi-andrat/<slug:slug>/", public.changes, name="public"),
    path("det-har-vi-andrat/<slug:slug>/affisch/", public.poster, name="public_poster"),
    path("atgarder/<slug:reference>/", pages.page, name="page"),
    path("atgarder/<slug:reference>/paborja/", handle.start, name="start"),
    path("atgarder/<slug:reference>/genomford/", handle.carry_out, name="carry_out"),
    path("atgarder/<slug:reference>/effekt/", handle.judge_effect, name="judge_effect"),
    path("atgarder/<slug:reference>/avbryt/", handle.give_up, name="give_up"),
    path("atgarder/<slug:reference>/flytta/", handle.carry_over, name="carry_over"),
    path("atgarder/<slug:reference>/andra/", handle_plan.edit, name="edit"),
    path("atgarder/<slug:reference>/folj-upp/", handle_plan.plan_effect, name="plan_effect"),
    path("atgarder/<slug:reference>/steg/", handle_plan.write_steps, name="write_steps"),
    path("atgarder/<slug:reference>/sprid/", handle_plan.spread, name="spread"),
    path("atgarder/<slug:reference>/beratta/", publishing.write, name="write_public"),
    path("atgarder/<slug:reference>/beratta/visa/", publishing.publish, name="publish"),
    path("atgarder/<slug:reference>/beratta/ta-ned/", publishing.withdraw, name="withdraw"),
]
