"""Addresses of the deviations register."""

from django.urls import path

from varvet.registers.deviations.views import handle, handle_causes, handle_many, handle_replies, handle_steps, report

app_name = "deviations"
urlpatterns = [
    path("rapportera/", report.report, name="report"),
    path("rapportera/utkast/", report.draft, name="draft"),
    path("mina-rapporter/", report.mine, name="mine"),
    path("avvikelser/", handle.index, name="list"),
    path("avvikelser/samlat/", handle.tally, name="tally"),
    path("avvikelser/bedom-flera/", handle_many.triage, name="triage"),
    path("avvikelser/svarsmallar/", handle_replies.index, name="replies"),
    path("avvikelser/svarsmallar/egna/", handle_replies.make_own, name="own_replies"),
    path("avvikelser/svarsmallar/ny/", handle_replies.edit, name="new_reply"),
    path("avvikelser/svarsmallar/<int:pk>/", handle_replies.edit, name="reply"),
    path("avvikelser/svarsmallar/<int:pk>/ta-bort/", handle_replies.retire, name="retire_reply"),
    path("avvikelser/<slug:reference>/", handle.page, name="page"),
    path("avvikelser/<slug:reference>/kvitto/", report.receipt, name="receipt"),
    path("avvikelser/<slug:reference>/bedom/", handle_steps.assess, name="assess"),
    path("avvikelser/<slug:reference>/utred/", handle_steps.investigate, name="investigate"),
    path("avvikelser/<slug:reference>/utredning/", handle_steps.analyse, name="analyse"),
    path("avvikelser/<slug:reference>/orsaker/", handle_steps.causes, name="causes"),
    path("avvikelser/<slug:reference>/orsaker/<int:pk>/utan-atgard/", handle_causes.excuse, name="excuse"),
    path("avvikelser/<slug:reference>/orsaker/<int:pk>/ta-bort/", handle_causes.remove_cause, name="remove_cause"),
    path("avvikelser/<slug:reference>/atgarda/", handle_steps.act, name="act"),
    path("avvikelser/<slug:reference>/planera-uppfoljning/", handle_steps.follow_up, name="follow_up"),
    path("avvikelser/<slug:reference>/folj-upp/", handle_steps.judge, name="judge"),
    path("avvikelser/<slug:reference>/avsluta/", handle_steps.close, name="close"),
    path("avvikelser/<slug:reference>/ateroppna/", handle_steps.reopen, name="reopen"),
    path("avvikelser/<slug:reference>/skicka-vidare/", handle_steps.reroute, name="reroute"),
    path("avvikelser/<slug:reference>/inte-avvikelse/", handle_steps.dismiss, name="dismiss"),
    path("avvikelser/<slug:reference>/dubblett/", handle_steps.duplicate, name="duplicate"),
    path("avvikelser/<slug:reference>/lagg-ihop/", handle_steps.join, name="join"),
    path("avvikelser/<slug:reference>/ta-loss/", handle_steps.leave, name="leave"),
    path("avvikelser/<slug:reference>/fordela/", handle_steps.assign, name="assign"),
    path("avvikelser/<slug:reference>/skriv/", handle_steps.write, name="write"),
]
