"""Addresses of the lex Sarah register."""

from django.urls import path

from varvet.registers.lex_sarah.views import (
    handle,
    handle_investigation,
    handle_parts,
    handle_steps,
    referrals,
    report,
    report_mine,
)

app_name = "lex_sarah"
CASE = "lex-sarah/<slug:reference>/"
urlpatterns = [
    path("lex-sarah/", handle.index, name="list"),
    path("lex-sarah/rapportera/", report.report, name="report"),
    path("lex-sarah/rapportera/utkast/", report.draft, name="draft"),
    path("lex-sarah/mina/", report_mine.mine, name="mine"),
    path("lex-sarah/mina/<slug:reference>/", report_mine.my_report, name="my_report"),
    path("lex-sarah/fragor/", referrals.referrals, name="referrals"),
    path("lex-sarah/fragor/<int:pk>/ta-emot/", referrals.accept, name="accept"),
    path("lex-sarah/fragor/<int:pk>/avboj/", referrals.refuse, name="refuse"),
    path(CASE, handle.page, name="page"),
    path(f"{CASE}kvitto/", report.receipt, name="receipt"),
    path(f"{CASE}bekrafta/", handle_steps.confirm, name="confirm"),
    path(f"{CASE}direkt/", handle_steps.make_safe, name="make_safe"),
    path(f"{CASE}information/", handle_steps.inform, name="inform"),
    path(f"{CASE}arendenummer/", handle_steps.case_reference, name="case_reference"),
    path(f"{CASE}sekretess/", handle_steps.secrecy, name="secrecy"),
    path(f"{CASE}jav/", handle_steps.declare, name="declare"),
    path(f"{CASE}utredare/", handle_steps.assign, name="assign"),
    path(f"{CASE}lagg-ihop/", handle_steps.join, name="join"),
    path(f"{CASE}ta-loss/", handle_steps.leave, name="leave"),
    path(f"{CASE}inled/", handle_steps.open_case, name="open"),
    path(f"{CASE}inled-inte/", handle_steps.decline, name="decline"),
    path(f"{CASE}utredning/", handle_investigation.investigation, name="investigation"),
    path(f"{CASE}utredning/avsnitt/<slug:place>/", handle_investigation.section, name="section"),
    path(f"{CASE}utredning/avsnitt/<slug:place>/utkast/", handle_investigation.draft, name="section_draft"),
    path(f"{CASE}utredning/orsaker/", handle_steps.causes, name="causes"),
    path(f"{CASE}utredning/orsaker/<int:pk>/utan-atgard/", handle_parts.excuse, name="excuse"),
    path(f"{CASE}utredning/orsaker/<int:pk>/ta-bort/", handle_parts.remove_cause, name="remove_cause"),
    path(f"{CASE}utredning/handelser/", handle_steps.events, name="events"),
    path(f"{CASE}utredning/handelser/<int:pk>/", handle_parts.change_event, name="change_event"),
    path(f"{CASE}utredning/handelser/<int:pk>/ta-bort/", handle_parts.remove_event, name="remove_event"),
    path(f"{CASE}utredning/slutfor/", handle_steps.complete, name="complete"),
]
