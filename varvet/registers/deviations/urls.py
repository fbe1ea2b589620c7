"""Addresses of the deviations register."""

from django.urls import path

from varvet.registers.deviations.views import (
    export,
    handle,
    report,
    report_by_link,
    report_guide,
    report_links,
    report_mine,
)

app_name = "deviations"
urlpatterns = [
    path("rapportera/", report.report, name="report"),
    path("rapportera/utkast/", report.draft, name="draft"),
    path("rapportera/lankar/", report_links.units, name="links"),
    path("rapportera/lankar/<int:unit>/", report_links.unit_links, name="unit_links"),
    path("rapportera/lankar/<int:unit>/affisch/", report_links.poster, name="poster"),
    path("rapportera/lankar/<int:pk>/stang/", report_links.revoke, name="revoke_link"),
    path("rapportera/blankett/<int:unit>/", report_links.paper, name="paper"),
    path("r/<slug:token>/", report_by_link.door, name="link"),
    path("r/<slug:token>/rapportera/", report_by_link.write, name="link_report"),
    path("r/<slug:token>/kvitto/", report_by_link.receipt, name="link_receipt"),
    path("folj/", report_by_link.follow, name="follow"),
    path("folj/rapport/", report_by_link.followed, name="followed"),
    path("folj/stang/", report_by_link.leave, name="leave"),
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
