"""Reporting and following without an account as shown: what the browser's session remembers, and for how long."""

import time
from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.records.models import Record
from varvet.kernel.records.once import find_made, new_key
from varvet.kernel.records.reporting import list_by_link
from varvet.kernel.ui import let_in
from varvet.kernel.ui.keyed import NAME, WRITTEN
from varvet.kernel.ui.let_in import secret_key
from varvet.kernel.ui.sentences import said
from varvet.registers.deviations import actions, forms, queries, rules
from varvet.registers.deviations.models import Deviation, UnitLink
from varvet.registers.deviations.models.codes import fingerprint, follow_code
from varvet.registers.deviations.rules import links
from varvet.registers.deviations.views.shown_mine import report_state

FOLLOWED = "deviations.followed"
CODE_SHOWN = timedelta(minutes=30)


@dataclass(frozen=True)
class Other:
    """What else may be reported by the same link, or followed by a code, and where."""

    question: str
    label: str
    href: str


def find_link(token: str) -> UnitLink:
    found = queries.find_link(token)
    if found is None:
        raise Http404
    return found


def remember(request: HttpRequest, link: UnitLink) -> None:
    """The code word has been given: what other registers take by the link is open as well."""
    let_in.let_in(request, link.pk)


def opened(request: HttpRequest, token: str) -> UnitLink | None:
    """The link, when its code word has been given in this browser; RuleBroken when it no longer holds."""
    link = find_link(token)
    if not let_in.is_in(request, link.pk):
        return None
    links.check_open(revoked=link.revoked_at is not None, last_day=link.last_day, today=timezone.localdate())
    return link


def elsewhere(request: HttpRequest, link: UnitLink) -> str:
    """Where a form is not to be shown: to its own address first, and to the receipt when it has been sent."""
    key = request.GET.get(NAME, "")
    if request.method == "POST":
        return ""
    if not WRITTEN.fullmatch(key):
        return f"{request.path}?{NAME}={new_key()}"
    return receipt_address(link.token, key) if made_by(request, key) else ""


def send(request: HttpRequest, link: UnitLink, form: forms.HappeningForm) -> str:
    """Sends the report; the address of its receipt."""
    key, content = form.cleaned_data["key"], form.content_in(link.unit, int(time.time()))
    actions.report_by_link(link=link, content=content, key=secret_key(request, key), now=timezone.now())
    return receipt_address(link.token, key)


def receipt_address(token: str, key: str) -> str:
    return f"{reverse('deviations:link_receipt', args=[token])}?{NAME}={key}"


def made_by(request: HttpRequest, key: str) -> Record | None:
    return find_made(fingerprint(secret_key(request, key)), by=None)


def report_form(request: HttpRequest) -> forms.HappeningForm:
    start = {"key": request.GET.get(NAME, ""), "opened": int(time.time()), "when": rules.When.TODAY}
    return forms.HappeningForm(request.POST or None, initial=start)


def report_page(request: HttpRequest, link: UnitLink, form: forms.HappeningForm) -> dict[str, object]:
    return {
        "form": form,
        "link": link,
        "organisation": link.unit.root,
        "device_owner": let_in.device_owner(request),
        "others": [
            Other(said(way.question), said(way.label), reverse(way.page, args=[link.token])) for way in list_by_link()
        ],
    }


def receipt(request: HttpRequest, link: UnitLink) -> dict[str, object]:
    """404 for what this browser has not sent. The code is shown for half an hour: an address stays in the browser."""
    key = request.GET.get(NAME, "")
    made = made_by(request, key)
    if made is None:
        raise Http404
    deviation = queries.get_made(made)
    is_fresh = timezone.now() - deviation.received_at < CODE_SHOWN
    code = follow_code(secret_key(request, key)) if is_fresh else ""
    return {**report_state(deviation), "code": code, "link": link, "organisation": link.unit.root}


def followed_elsewhere() -> list[Other]:
    """Codes of other registers are given at their own doors."""
    return [Other("", said(way.follow_label), reverse(way.follow_page)) for way in list_by_link()]


def follow(request: HttpRequest, form: forms.CodeForm) -> bool:
    """Remembers the report whose code was given, by its hash. A code that is none says nothing but that."""
    found = queries.find_by_code(form.cleaned_data["code"])
    if not found:
        form.add_error("code", _("Vi hittar ingen rapport med den koden. Kontrollera tecknen."))
        return False
    request.session[FOLLOWED] = found
    let_in.soon_over(request)
    return True


def followed(request: HttpRequest) -> Deviation | None:
    return queries.find_by_hash(str(request.session.get(FOLLOWED, "")))


def add_more(request: HttpRequest, form: forms.AddForm) -> None:
    given = form.cleaned_data
    follow_hash = str(request.session[FOLLOWED])
    actions.add_more_by_code(follow_hash=follow_hash, text=given["more"], key=given["key"], now=timezone.now())
    messages.success(request, _("Det du skrev är tillagt. Den som handlägger ser det."))


def followed_page(deviation: Deviation, form: forms.AddForm) -> dict[str, object]:
    answer = queries.read_answer(deviation)
    return {**report_state(deviation), "form": form, "answer": answer, "organisation": deviation.root}


def forget(request: HttpRequest) -> None:
    let_in.forget(request, FOLLOWED)
