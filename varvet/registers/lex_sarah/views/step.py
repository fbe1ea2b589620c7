"""A step of handling one case: a page with a form, and what is done when it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.access.reader import Reader
from varvet.kernel.ui.answers import answer
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import queries
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.views import shown_step
from varvet.registers.lex_sarah.views.asks import Asks

View = Callable[[PersonRequest, str], HttpResponse]
Make = Callable[[PersonRequest, LexSarah], VersionedForm]


@dataclass(frozen=True)
class Sent:
    """What an action needs of a form that was right: the values, and the version it was opened on."""

    case: LexSarah
    form: Any  # each step knows its own form
    reader: Reader
    now: datetime

    @property
    def given(self) -> Mapping[str, Any]:
        values: Mapping[str, Any] = self.form.cleaned_data
        return values

    @property
    def known(self) -> dict[str, Any]:
        """What every action takes."""
        return {"case": self.case, "version": self.given["version"], "by": self.by, "now": self.now}

    @property
    def by(self) -> User:
        return self.reader.user


def plain(form: type[VersionedForm]) -> Make:
    """A form that offers nothing of its own."""
    return lambda request, case: form(request.POST or None, initial={"version": case.version})


def step(asks: Asks, form: Make, act: Callable[[Sent], object]) -> View:
    """The view of one step. Whoever may not is refused before the form; the action judges what is sent."""

    @login_required
    @require_http_methods(["GET", "POST"])
    def view(request: PersonRequest, reference: str) -> HttpResponse:
        case = get_object_or_404(queries.visible_to(request.reader), reference=reference)
        shown_step.ready(request, case, asks)
        filled = form(request, case)
        if request.method == "POST" and filled.is_valid():
            with answer(filled):
                act(Sent(case, filled, request.reader, timezone.now()))
                return done(request, case, asks)
        return shown_step.page(request, case, filled, asks)

    return view


def done(request: PersonRequest, case: LexSarah, asks: Asks) -> HttpResponse:
    """Back to the case; to the list when it is no longer the person's to see."""
    messages.success(request, said(asks.done))
    if queries.visible_to(request.reader).filter(pk=case.pk).exists():
        return redirect("lex_sarah:page", case.reference)
    return redirect("lex_sarah:list")
