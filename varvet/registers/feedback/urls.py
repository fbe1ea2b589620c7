"""Addresses of the feedback register."""

from django.urls import path

from varvet.registers.feedback.views import handle, posters, public

app_name = "feedback"
urlpatterns = [
    path("tyck-till/", public.roots, name="roots"),
    path("tyck-till/folj/", public.follow, name="follow"),
    path("tyck-till/folj/arende/", public.followed, name="followed"),
    path("tyck-till/folj/arende/blev-det-bra/", public.judge, name="judge"),
    path("tyck-till/folj/arende/titta-igen/", public.reopen, name="reopen_by_code"),
    path("tyck-till/folj/klar/", public.leave, name="leave"),
    path("tyck-till/<slug:slug>/", public.tell, name="tell"),
    path("tyck-till/<slug:slug>/tack/", public.thanks, name="thanks"),
    path("tyck-till/<slug:slug>/tack/kod/", public.code_file, name="code_file"),
    path("synpunkter/", handle.index, name="list"),
    path("synpunkter/registrera/", handle.capture, name="capture"),
    path("synpunkter/affischer/", posters.units, name="posters"),
    path("synpunkter/affischer/<int:unit>/", posters.poster, name="poster"),
    path("synpunkter/<slug:reference>/", handle.page, name="page"),
]
