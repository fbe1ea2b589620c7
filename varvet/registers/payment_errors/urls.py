"""Addresses of wrong payments."""

from django.urls import path

from varvet.registers.payment_errors.views import export, pages, steps

app_name = "payment_errors"
urlpatterns = [
    path("felaktiga-utbetalningar/", pages.index, name="list"),
    path("felaktiga-utbetalningar/ny/", pages.report, name="report"),
    path("felaktiga-utbetalningar/fil.<slug:form>", export.export, name="export"),
    path("felaktiga-utbetalningar/<slug:reference>/", pages.page, name="page"),
    path("felaktiga-utbetalningar/<slug:reference>/utred/", steps.begin, name="open"),
    path("felaktiga-utbetalningar/<slug:reference>/avskriv/", steps.dismiss, name="dismiss"),
    path("felaktiga-utbetalningar/<slug:reference>/utred-inte/", steps.leave, name="leave"),
    path("felaktiga-utbetalningar/<slug:reference>/utredd/", steps.complete, name="complete"),
    path("felaktiga-utbetalningar/<slug:reference>/aterkrav/", steps.reclaim, name="reclaim"),
    path("felaktiga-utbetalningar/<slug:reference>/polisanmalan/", steps.police, name="police"),
    path("felaktiga-utbetalningar/<slug:reference>/avsluta/", steps.close, name="close"),
    path("felaktiga-utbetalningar/<slug:reference>/ateroppna/", steps.reopen, name="reopen"),
    path("felaktiga-utbetalningar/<slug:reference>/ansvarig/", steps.assign, name="assign"),
    path("felaktiga-utbetalningar/<slug:reference>/anteckna/", steps.note, name="note"),
]
