"""Sending in and its receipt: the code is worked out anew each time it is shown, and never kept."""

from datetime import date, timedelta

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varvet.kernel.crypto.handed import fingerprint, follow_code
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.keyed import NAME
from varvet.kernel.ui.words import swedish_day
from varvet.registers.feedback import actions, forms, queries
from varvet.registers.feedback.models import KIND, Attempt, Feedback
from varvet.registers.feedback.rules import Sort, public
from varvet.registers.feedback.views.shown_public import Way, source

SENT = "feedback.sent"  # the fingerprints of the forms this browser has sent
MOST_SENT = 20
REMEMBERED = 60 * 60  # seconds: somebody else may use the same phone
CODE_SHOWN = timedelta(minutes=30)


def send(request: HttpRequest, way: Way) -> str:
    """Sends it in; the address of its receipt. What the form has made already is not made once more."""
    key, now = way.identity.key, timezone.now()
    if way.earlier is None:
        made = actions.note_attempt(purpose=Attempt.Purpose.SENDING, source=source(request), now=now)
        public.check_sendings(made - 1)
        actions.send_in(content=forms.content_of(way.root, *way.steps[:3]), key=key, now=now)
    sent = [one for one in request.session.get(SENT, []) if one != fingerprint(key)]
    request.session[SENT] = [*sent, fingerprint(key)][-MOST_SENT:]
    soon_over(request)
    return receipt_address(way.root, key, easy=way.easy)


def receipt_address(root: Unit, key: str, *, easy: bool) -> str:
    return f"{reverse('feedback:thanks', args=[root.slug])}?{NAME}={key}{'&latt=1' if easy else ''}"


def soon_over(request: HttpRequest) -> None:
    """Of whoever is logged in the session is their own, and stays as long as it would have."""
    if getattr(request, "reader", None) is None:
        request.session.set_expiry(REMEMBERED)


def find_sent(request: HttpRequest, root: Unit) -> Feedback | None:
    """What this browser has sent with the key in the address: in another browser the address leads to nothing."""
    key = request.GET.get(NAME, "")
    if fingerprint(key) not in request.session.get(SENT, []):
        return None
    made = queries.find_sent(key)
    return queries.get_made(made) if made and made.root_id == root.pk else None


def receipt(request: HttpRequest, root: Unit, feedback: Feedback) -> dict[str, object]:
    return {
        "feedback": feedback,
        "code": _code(request, feedback),
        "key": request.GET.get(NAME, ""),
        "root": root,
        "organisation": root,
        "easy": request.GET.get("latt") == "1",
        "due": _due(feedback),
        "received": day_of(feedback.received_at),
    }


def _code(request: HttpRequest, feedback: Feedback) -> str:
    """Shown for half an hour: an address stays in the browser."""
    is_fresh = timezone.now() - feedback.received_at < CODE_SHOWN
    return follow_code(KIND, request.GET.get(NAME, "")) if is_fresh else ""


def _due(feedback: Feedback) -> date | None:
    return queries.read_answer_by(feedback) if feedback.sort != Sort.PRAISE else None


def as_file(request: HttpRequest, feedback: Feedback) -> str:
    """The code to save, with where it is used. 404 when it is shown no longer."""
    code, due = _code(request, feedback), _due(feedback)
    if not code:
        raise Http404
    lines = [
        _("Din kod: {code}").format(code=code),
        _("Ärendets nummer: {reference}").format(reference=feedback.reference),
        _("Använd koden här: {address}").format(address=request.build_absolute_uri(reverse("feedback:follow"))),
    ]
    if due:
        lines.append(_("Du får svar senast {day}.").format(day=swedish_day(due, timezone.localdate())))
    return "\n".join([*lines, _("Visa inte koden för någon annan."), ""])
