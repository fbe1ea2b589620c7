"""Which address leads where: each register brings its own."""

from importlib import import_module

from django.conf import settings
from django.urls import include, path

handler400 = "varvet.kernel.ui.views.bad_request"
urlpatterns = [
    path("", include("varvet.kernel.queue.urls")),
    path("vyer/", include("varvet.kernel.ui.saved_views.urls")),
    path("sok/", include("varvet.kernel.search.urls")),
    path("", include("varvet.kernel.ui.urls")),
    path("", include("varvet.kernel.notifications.urls")),
    path("lag/", include("varvet.kernel.ui.law.urls")),
    path("installningar/", include("varvet.kernel.ui.settings.urls")),
    path("", include("varvet.kernel.ui.questions.urls")),
    path("", include("varvet.kernel.ui.people.urls")),
    path("mer-tid/", include("varvet.kernel.ui.deadlines.urls")),
    path("filer/", include("varvet.kernel.ui.files.urls")),
    path("konto/", include("allauth.account.urls")),
    *[path("", include(import_module(f"{name}.urls"))) for name in settings.REGISTERS],
    path("", include("varvet.insight.annual_report.urls")),
    path("", include("varvet.insight.unit_page.urls")),
    path("", include("varvet.insight.compilations.urls")),
    path("", include("varvet.demo.urls")),
]
