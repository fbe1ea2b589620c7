"""Addresses of the register of privacy incidents."""

from django.urls import path

from varvet.registers.privacy_incidents.views import handle, handle_steps, register, report

HERE = "personuppgiftsincidenter/"
ONE = f"{HERE}<slug:reference>/"

app_name = "privacy_incidents"
urlpatterns = [
    path(HERE, handle.index, name="list"),
    path(f"{HERE}fil.<slug:form>", register.export, name="export"),
    path(f"{HERE}ny/", report.report, name="report"),
    path(f"{HERE}register/", register.index, name="register"),
    path(f"{HERE}register/fil.<slug:form>", register.register_file, name="register_file"),
    path(f"{HERE}register/med-texter/", register.register_with_texts, name="register_with_texts"),
    path(ONE, handle.page, name="page"),
    path(f"{ONE}kvitto/", report.receipt, name="receipt"),
    path(f"{ONE}blad/", handle.sheet, name="sheet"),
    path(f"{ONE}bedom/", handle_steps.assess, name="assess"),
    path(f"{ONE}rad/", handle_steps.advise, name="advise"),
    path(f"{ONE}besluta/", handle_steps.decide, name="decide"),
    path(f"{ONE}anmalan/", handle_steps.notify, name="notify"),
    path(f"{ONE}komplettering/", handle_steps.supplement, name="supplement"),
    path(f"{ONE}informera/", handle_steps.inform, name="inform"),
    path(f"{ONE}svar/", handle_steps.ruling, name="ruling"),
    path(f"{ONE}planera-uppfoljning/", handle_steps.follow_up, name="follow_up"),
    path(f"{ONE}avsluta/", handle_steps.close, name="close"),
    path(f"{ONE}ateroppna/", handle_steps.reopen, name="reopen"),
    path(f"{ONE}inte-incident/", handle_steps.dismiss, name="dismiss"),
    path(f"{ONE}fordela/", handle_steps.assign, name="assign"),
    path(f"{ONE}skriv/", handle_steps.write, name="write"),
]
