"""Addresses of private providers' lex Sarah reports."""

from django.urls import path

from varvet.registers.provider_reports.views import export, follow_ups, handle, papers, providers, steps

app_name = "provider_reports"
urlpatterns = [
    path("lex-sarah-i-enskild-regi/", handle.index, name="list"),
    path("lex-sarah-i-enskild-regi/ny/", handle.register, name="register"),
    path("lex-sarah-i-enskild-regi/fil.<slug:form>", export.export, name="export"),
    path("lex-sarah-i-enskild-regi/utforare/", providers.index, name="providers"),
    path("lex-sarah-i-enskild-regi/utforare/ny/", providers.edit, name="new_provider"),
    path("lex-sarah-i-enskild-regi/utforare/<int:pk>/", providers.edit, name="provider"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/", handle.page, name="page"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/begaran.<slug:form>", papers.letter, name="letter"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/komplettera/", steps.describe, name="describe"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/begar/", steps.request_, name="request"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/ta-emot/", steps.take_in, name="take_in"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/ivo/", steps.authority, name="authority"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/bedom/", steps.assess, name="assess"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/folj-upp/", steps.plan, name="plan"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/folj-upp/<int:pk>/svar/", follow_ups.answer, name="answer"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/folj-upp/<int:pk>/klar/", follow_ups.finish, name="finish"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/aterkoppla/", steps.tell, name="tell"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/avsluta/", steps.close, name="close"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/ateroppna/", steps.reopen, name="reopen"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/inte-var/", steps.disown, name="disown"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/fordela/", steps.assign, name="assign"),
    path("lex-sarah-i-enskild-regi/<slug:reference>/anteckna/", steps.note, name="note"),
]
