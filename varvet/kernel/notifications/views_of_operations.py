"""The page of mail for those who run the system."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.notifications import shown_mail
from varvet.kernel.notifications.mail import follow_up


@login_required
@require_safe
def index(request: PersonRequest) -> HttpResponse:
    request.reader.require(follow_up.PERMISSION)
    page = shown_mail.page(request.reader, request.GET.get("visa", ""), now=timezone.now())
    return render(request, "notifications/operations.html", page)


@login_required
@require_POST
def resend(request: PersonRequest, number: int) -> HttpResponse:
    request.reader.require(follow_up.PERMISSION)
    mail = get_object_or_404(follow_up.visible_to(request.reader), pk=number)
    follow_up.resend(mail, reader=request.reader, now=timezone.now())
    messages.success(request, _("Mejlet skickas igen inom kort."))
    return redirect("notifications:operations")
