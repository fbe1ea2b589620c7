"""The forms of handling as first shown: filled with what is known, and offering what can be chosen."""

from django.utils.translation import gettext as _

from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.models import User
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.organisation.shipped_lists import choices_on
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.ui.sentences import said
from varvet.registers.lex_sarah import actions, forms, queries, rules
from varvet.registers.lex_sarah.models import CaseEvent, LexSarah


def start(case: LexSarah) -> dict[str, object]:
    return {"version": case.version}


def open_case(request: PersonRequest, case: LexSarah) -> forms.OpenForm:
    versions = queries.category_list_on(case.root, request.reader.today)
    people = able(request, case)
    own = request.reader.user.pk
    initial = start(case) | {"law": case.law, "investigator": own if own in {one.pk for one in people} else None}
    types = queries.list_types(versions)
    return forms.OpenForm(request.POST or None, types=types, people=people, initial=initial)


def able(request: PersonRequest, case: LexSarah) -> list[User]:
    """Those who may investigate the case and have not said that they have a conflict in it."""
    conflicts = queries.list_conflicts(case)
    found = [holder.user for holder in queries.list_investigators(case, request.reader.today)]
    return [user for user in found if user.pk not in conflicts]


def decline(request: PersonRequest, case: LexSarah) -> forms.DeclineForm:
    allowed = get_setting(case.root, rules.DECLINABLE, request.reader.today)
    if not allowed and request.method != "POST":
        raise RuleBroken("lex_sarah.decline.root", rules.ALL_ARE_OPENED)
    return forms.DeclineForm(request.POST or None, allowed=allowed, initial=start(case))


def assign(request: PersonRequest, case: LexSarah) -> forms.AssignForm:
    people = able(request, case)
    initial = start(case) | {"investigator": case.investigator_id}
    return forms.AssignForm(request.POST or None, people=people, initial=initial)


def declare(request: PersonRequest, case: LexSarah) -> forms.DeclareForm:
    """In the roles the person can have in the case."""
    may = [role for role, permission in actions.MAY_DECLARE.items() if queries.can(request.reader, permission, case)]
    return forms.DeclareForm(request.POST or None, roles=may, initial=start(case) | {"role": may[0] if may else ""})


def secrecy(request: PersonRequest, case: LexSarah) -> forms.SecrecyForm:
    return forms.SecrecyForm(request.POST or None, initial=start(case) | {"confidentiality": case.confidentiality})


def case_reference(request: PersonRequest, case: LexSarah) -> forms.CaseReferenceForm:
    number = queries.read_case_reference(request.reader, case)
    return forms.CaseReferenceForm(request.POST or None, initial=start(case) | {"number": number})


def inform(request: PersonRequest, case: LexSarah) -> forms.InformForm:
    initial = start(case) | {"day": case.informed_on, "told": forms.YES if case.informed_on else ""}
    return forms.InformForm(request.POST or None, initial=initial)


def join(request: PersonRequest, case: LexSarah) -> forms.JoinForm:
    near = queries.list_near(request.reader, case, rules.BEGUN)
    suggested = [(other.reference, _told(other)) for other in near]
    return forms.JoinForm(request.POST or None, suggested=suggested, initial=start(case))


def _told(other: LexSarah) -> str:
    """By number and state: never by what was told."""
    return _("{reference}, {state}").format(
        reference=other.reference, state=said(rules.STATUS_LABELS[other.status]).lower()
    )


def cause(request: PersonRequest, case: LexSarah) -> forms.CauseForm:
    kinds = choices_on(case.root, actions.CAUSES, request.reader.today)
    return forms.CauseForm(request.POST or None, kinds=kinds, initial=start(case))


def event(request: PersonRequest, case: LexSarah) -> forms.EventForm:
    types = queries.list_types(case.category_list)
    return forms.EventForm(request.POST or None, types=types, initial=start(case) | {"day": case.occurred_day})


def event_again(request: PersonRequest, happening: CaseEvent) -> forms.EventForm:
    """As it now stands."""
    case = happening.case
    words = {read.event.pk: read.words for read in queries.read_events(request.reader, case)}
    known = {"category": happening.category_id, "day": happening.day, "words": words.get(happening.pk, "")}
    types = queries.list_types(case.category_list)
    return forms.EventForm(request.POST or None, types=types, initial=start(case) | known)
