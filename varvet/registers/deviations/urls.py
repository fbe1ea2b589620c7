"""Addresses of the deviations register."""

from django.urls import path

from varvet.registers.deviations.views import export, handle, report, report_guide, report_mine

app_name = "deviations"
urlpatterns = [
    path("rapportera/", report.report, name="report"),
    path("rapportera/utkast/", report.draft, name="draft"),
    path("mina-rapporter/", report_mine.mine, name="mine"),
    path("mina-rapporter/<slug:reference>/", report_mine.my_report, name="my_report"),
    path("vad-ar-det/", report_guide.guide, name="guide"),
    path("avvikelser/", handle.index, name="list"),
    path("avvikelser/fil.<slug:form>", export.export, name="export"),
    path("avvikelser/samlat/", handle.tally, name="tally"),
    path("avvikelser/<slug:reference>/", handle.page, name="page"),
    path("avvikelser/<slug:reference>/kvitto/", report.receipt, name="receipt"),
    path("avvikelser/<slug:reference>/bedom/", handle.assess, name="assess"),
    path("avvikelser/<slug:reference>/avsluta/", handle.close, name="close"),
    path("avvikelser/<slug:reference>/ateroppna/", handle.reopen, name="reopen"),
]
