"""The forms as first shown: filled with what is known, and offering what can be chosen."""

from collections.abc import Callable
from typing import TypeVar

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.law.days import due_day
from varvet.kernel.organisation.terms import get_term
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.form_parts import fresh
from varvet.registers.provider_reports import actions, forms, queries, rules
from varvet.registers.provider_reports.forms import Offers
from varvet.registers.provider_reports.models import ProviderReport

F = TypeVar("F", bound=VersionedForm)
Make = Callable[[PersonRequest, ProviderReport], VersionedForm]
WAIT_TERM, FOLLOW_UP_TERM = "enskild_regi_utredning_mottagen", "enskild_regi_uppfoljd"


def plain(form: type[F]) -> Make:
    """A form that begins with nothing."""
    return lambda request, report: form(request.POST or None, initial=_version(report))


def today(form: type[F]) -> Make:
    """A form of something that most often happened today."""
    return lambda request, report: form(
        request.POST or None, initial=_version(report) | {"on": request.reader.today.isoformat()}
    )


def _version(report: ProviderReport) -> dict[str, object]:
    return {"version": report.version}


def register(request: PersonRequest) -> forms.RegisterForm:
    reader = request.reader
    reader.require(actions.REGISTER)
    units = reader.list_units(actions.REGISTER)
    start = fresh(request, units) | {"informed_on": reader.today.isoformat()}
    offers = _offers(reader, actions.REGISTER, None)
    return forms.RegisterForm(request.POST or None, offers=offers, initial=start)


def describe(request: PersonRequest, report: ProviderReport) -> forms.DescribeForm:
    asked = report.requested_on is not None
    offers = _offers(request.reader, actions.HANDLE, report.provider_id)
    return forms.DescribeForm(request.POST or None, offers=offers, asked=asked, initial=_known(report))


def _offers(reader: Reader, permission: str, chosen: int | None) -> Offers:
    assert reader.root is not None
    versions = queries.category_list_on(reader.root, reader.today)
    return Offers(
        units=reader.list_units(permission),
        providers=queries.offered(reader, chosen),
        versions=versions,
        types=queries.list_types(versions),
    )


def _known(report: ProviderReport) -> dict[str, object]:
    return _version(report) | {
        "provider": report.provider_id,
        "unit": report.unit_id,
        "occurred_day": report.occurred_day,
        "law": report.law,
        "ours": report.ours,
        "category": report.category_id,
    }


def request_(request: PersonRequest, report: ProviderReport) -> forms.RequestForm:
    due_on = _due(request, report, WAIT_TERM)
    return forms.RequestForm(request.POST or None, initial=_version(report) | {"due_on": due_on})


def take_in(request: PersonRequest, report: ProviderReport) -> forms.TakeInForm:
    start = _version(report) | {"received_on": request.reader.today.isoformat()}
    return forms.TakeInForm(request.POST or None, initial=start)


def authority(request: PersonRequest, report: ProviderReport) -> forms.AuthorityForm:
    start = {
        "notified": report.notified,
        "notified_on": report.notified_on,
        "number": report.ivo_number,
        "decision": report.ivo_decision,
        "decided_on": report.ivo_decided_on,
    }
    return forms.AuthorityForm(request.POST or None, initial=_version(report) | start)


def plan(request: PersonRequest, report: ProviderReport) -> forms.PlanForm:
    """The person first, where we have placed them and nothing is planned for them."""
    subjects = {one.subject for one in report.follow_ups.all()}
    first = report.ours == rules.Known.YES and rules.Subject.PERSON not in subjects
    subject = rules.Subject.PERSON if first else rules.Subject.CONTRACT
    start = {"subject": subject, "due_on": _due(request, report, FOLLOW_UP_TERM)}
    return forms.PlanForm(request.POST or None, initial=_version(report) | start)


def _due(request: PersonRequest, report: ProviderReport, term: str) -> str:
    """The day the root's own goal leads to from today, as a form field takes it."""
    today = request.reader.today
    return due_day(today, get_term(term, root=report.root, on=today)).isoformat()


def assign(request: PersonRequest, report: ProviderReport) -> forms.AssignForm:
    people = queries.list_able(report, request.reader.today)
    start = _version(report) | {"handler": report.handler_id}
    return forms.AssignForm(request.POST or None, people=people, initial=start)
