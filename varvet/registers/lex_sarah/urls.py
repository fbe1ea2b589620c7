"""Addresses of the lex Sarah register."""

from django.urls import path

from varvet.registers.lex_sarah.views import (
    delegating,
    handle,
    handle_decide,
    handle_proposals,
    lessons,
    referrals,
    report,
)

app_name = "lex_sarah"
urlpatterns = [
    path("lex-sarah/", handle.index, name="list"),
    path("lex-sarah/rapportera/", report.report, name="report"),
    path("lex-sarah/fragor/", referrals.referrals, name="referrals"),
    path("lex-sarah/fragor/<int:pk>/ta-emot/", referrals.accept, name="accept"),
    path("lex-sarah/fragor/<int:pk>/avboj/", referrals.refuse, name="refuse"),
    path("lex-sarah/lardomar/", lessons.index, name="lessons"),
    path("lex-sarah/lardomar/<int:pk>/", lessons.mark, name="lesson"),
    path("lex-sarah/delegation/", delegating.index, name="delegations"),
    path("lex-sarah/delegation/ny/", delegating.new, name="new_delegation"),
    path("lex-sarah/delegation/<int:pk>/avsluta/", delegating.end, name="end_delegation"),
    path("lex-sarah/<slug:reference>/", handle.page, name="page"),
    path("lex-sarah/<slug:reference>/forslag/", handle_proposals.proposals, name="proposals"),
    path("lex-sarah/<slug:reference>/forslag/nytt/", handle_decide.propose, name="propose"),
    path("lex-sarah/<slug:reference>/forslag/<int:number>/svara/", handle_proposals.respond, name="respond"),
    path(
        "lex-sarah/<slug:reference>/forslag/<int:number>/ta-bort/",
        handle_proposals.remove_proposal,
        name="remove_proposal",
    ),
    path("lex-sarah/<slug:reference>/besluta/", handle_decide.decide, name="decide"),
    path("lex-sarah/<slug:reference>/utred-mer/", handle_decide.send_back, name="send_back"),
    path("lex-sarah/<slug:reference>/ivo/anmal/", handle_decide.report_to_authority, name="report_to_authority"),
    path("lex-sarah/<slug:reference>/ivo/anmalan/", handle_proposals.sent, name="sent"),
    path("lex-sarah/<slug:reference>/ivo/nummer/", handle_decide.authority_number, name="authority_number"),
    path("lex-sarah/<slug:reference>/ivo/fraga/", handle_decide.authority_asks, name="authority_asks"),
    path(
        "lex-sarah/<slug:reference>/ivo/fraga/<int:number>/svara/",
        handle_proposals.answer_authority,
        name="answer_authority",
    ),
    path("lex-sarah/<slug:reference>/ivo/beslut/", handle_decide.authority_decides, name="authority_decides"),
    path("lex-sarah/<slug:reference>/aterkoppla/", handle_decide.tell, name="tell"),
    path("lex-sarah/<slug:reference>/sprid-lardom/", handle_decide.share, name="share"),
    path("lex-sarah/<slug:reference>/planera-uppfoljning/", handle_decide.follow_up, name="follow_up"),
    path("lex-sarah/<slug:reference>/folj-upp/", handle_decide.judge, name="judge"),
    path("lex-sarah/<slug:reference>/avsluta/", handle_decide.close, name="close"),
    path("lex-sarah/<slug:reference>/ateroppna/", handle_decide.reopen, name="reopen"),
    path("lex-sarah/<slug:reference>/omprova/", handle_decide.reconsider, name="reconsider"),
]
