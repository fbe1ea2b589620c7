"""Reporting and following without an account as shown."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.crypto.handed import fingerprint, follow_code
from varvet.kernel.records.by_link import OpenLink
from varvet.kernel.records.models import Record
from varvet.kernel.records.once import find_made, new_key
from varvet.kernel.records.reporting import find_open_link, get_doors
from varvet.kernel.ui import let_in
from varvet.kernel.ui.keyed import NAME, WRITTEN
from varvet.registers.lex_sarah import actions, forms, queries
from varvet.registers.lex_sarah.models import KIND, LexSarah
from varvet.registers.lex_sarah.views.shown_mine import report_state
from varvet.registers.lex_sarah.views.shown_report import first_days

FOLLOWED = "lex_sarah.followed"
CODE_SHOWN = timedelta(minutes=30)


def opened(request: HttpRequest, token: str) -> OpenLink | None:
    """The link, when its code word has been given in this browser. RuleBroken when it no longer holds."""
    link = find_open_link(token)
    if link is None:
        raise Http404
    return link if let_in.is_in(request, link.number) else None


def elsewhere(request: HttpRequest, token: str, link: OpenLink | None) -> str:
    """Where a form is not to be shown: to the door, to its own address first, and to the receipt when it is sent."""
    if link is None:
        return reverse(get_doors().page, args=[token])
    key = request.GET.get(NAME, "")
    if request.method == "POST":
        return ""
    if not WRITTEN.fullmatch(key):
        return f"{request.path}?{NAME}={new_key()}"
    return receipt_address(token, key) if made_by(request, key) else ""


def report_form(request: HttpRequest) -> forms.HappeningForm:
    return forms.HappeningForm(request.POST or None, initial={"key": request.GET.get(NAME, "")})


def report_page(request: HttpRequest, link: OpenLink | None, form: forms.HappeningForm) -> dict[str, object]:
    assert link is not None
    owner = let_in.device_owner(request)
    return {"form": form, "unit": link.unit, "organisation": link.unit.root, "device_owner": owner}


def send(request: HttpRequest, token: str, form: forms.HappeningForm) -> str:
    """Sends the report; the address of its receipt."""
    key, link = form.cleaned_data["key"], opened(request, token)
    assert link is not None
    content, now = form.content_in(link.unit), timezone.now()
    actions.report_by_link(token=token, content=content, key=let_in.secret_key(request, key), now=now)
    return receipt_address(token, key)


def receipt_address(token: str, key: str) -> str:
    return f"{reverse('lex_sarah:link_receipt', args=[token])}?{NAME}={key}"


def made_by(request: HttpRequest, key: str) -> Record | None:
    made = find_made(fingerprint(let_in.secret_key(request, key)), by=None)
    return made if made and made.kind == KIND else None


def receipt(request: HttpRequest, token: str) -> dict[str, object]:
    """404 for what this browser has not sent. The code is shown for half an hour: an address stays in the browser."""
    key = request.GET.get(NAME, "")
    made = made_by(request, key)
    if made is None:
        raise Http404
    case = queries.get_made(made)
    is_fresh = timezone.now() - case.received_at < CODE_SHOWN
    code = follow_code(KIND, let_in.secret_key(request, key)) if is_fresh else ""
    again = reverse("lex_sarah:link_report", args=[token])
    shown = {**report_state(case), **first_days(case, timezone.localdate())}
    return {**shown, "code": code, "again": again, "organisation": case.root}


def follow(request: HttpRequest, form: forms.CodeForm) -> bool:
    """Remembers the report whose code was given, by its hash. A code that is none says nothing but that."""
    found = queries.find_by_code(form.cleaned_data["code"])
    if not found:
        form.add_error("code", _("Vi hittar ingen rapport med den koden. Kontrollera tecknen."))
        return False
    request.session[FOLLOWED] = found
    let_in.soon_over(request)
    return True


def followed(request: HttpRequest) -> LexSarah | None:
    return queries.find_by_hash(str(request.session.get(FOLLOWED, "")))


def add_more(request: HttpRequest, form: forms.AddForm) -> None:
    given, follow_hash = form.cleaned_data, str(request.session[FOLLOWED])
    actions.add_more_by_code(follow_hash=follow_hash, text=given["more"], key=given["key"], now=timezone.now())
    messages.success(request, _("Det du skrev är tillagt. Den som utreder får veta det."))


def followed_page(case: LexSarah, form: forms.AddForm) -> dict[str, object]:
    return {**report_state(case), "form": form, "words": queries.read_answer(case), "organisation": case.root}


def forget(request: HttpRequest) -> None:
    let_in.forget(request, FOLLOWED)
