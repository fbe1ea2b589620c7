"""Addresses of the register of privacy incidents."""

from django.urls import path

from varvet.registers.privacy_incidents.views import handle, report

app_name = "privacy_incidents"
urlpatterns = [
    path("personuppgiftsincidenter/", handle.index, name="list"),
    path("personuppgiftsincidenter/ny/", report.report, name="report"),
    path("personuppgiftsincidenter/<slug:reference>/", handle.page, name="page"),
    path("personuppgiftsincidenter/<slug:reference>/bedom/", handle.assess, name="assess"),
    path("personuppgiftsincidenter/<slug:reference>/avsluta/", handle.close, name="close"),
]
