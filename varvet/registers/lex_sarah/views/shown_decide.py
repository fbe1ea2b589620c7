"""The forms from the decision to the end as first shown: filled with what is known, offering what can be chosen."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from varvet.kernel.access.holders import Holders
from varvet.kernel.access.middleware import PersonRequest
from varvet.kernel.access.reader import Reader
from varvet.kernel.organisation.models import Unit
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.registers.lex_sarah import actions, forms, queries, rules
from varvet.registers.lex_sarah.models import LexSarah, answers_of, closing_of
from varvet.registers.lex_sarah.rules import Event
from varvet.registers.lex_sarah.views.asks import Asks
from varvet.registers.lex_sarah.views.shown_ending import missing_of

Make = Callable[[PersonRequest, LexSarah], VersionedForm]


def today(field: str, form: type[VersionedForm]) -> Make:
    """A form that begins with today in one of its fields."""
    return lambda request, case: form(
        request.POST or None, initial={"version": case.version, field: request.reader.today}
    )


def decide(request: PersonRequest, case: LexSarah) -> forms.DecideForm:
    events = [(event.number, event.category.label) for event in case.events.select_related("category")]
    return forms.DecideForm(request.POST or None, events=events, initial={"version": case.version})


def propose(request: PersonRequest, case: LexSarah) -> forms.ProposeForm:
    """A measure answers a cause: the one asked about in the address, where there is one."""
    causes = [
        (cause.part, _("{number}. {words}").format(number=number, words=cause.category.label))
        for number, cause in enumerate(case.causes.select_related("category"), 1)
    ]
    open_ones = Unit.objects.filter(root=case.root).exclude(last_day__lt=request.reader.today)
    units = list(open_ones.exclude(pk=case.root_id))
    initial = {"version": case.version, "unit": case.unit_id, "cause": request.GET.get("orsak", "")}
    return forms.ProposeForm(request.POST or None, units=units, causes=causes, initial=initial)


def tell(request: PersonRequest, case: LexSarah) -> forms.TellForm:
    """Whoever has not been told yet, first."""
    initial = {"version": case.version, "whom": next(iter(untold(case)), rules.Whom.REPORTER)}
    return forms.TellForm(request.POST or None, initial=initial)


def untold(case: LexSarah) -> list[rules.Whom]:
    closing = closing_of(case, answers_of(case))
    told = {
        rules.Whom.REPORTER: closing.told_reporter or not closing.reporter_known,
        rules.Whom.UNIT: closing.told_unit,
        rules.Whom.AFFECTED: closing.told_affected,
    }
    return [whom for whom, done in told.items() if not done]


def share(request: PersonRequest, case: LexSarah) -> forms.ShareForm:
    """The text is not read by the units until it is sent."""
    offered = queries.similar_units(request.reader, case)
    return forms.ShareForm(request.POST or None, offered=offered, initial={"version": case.version})


def beside(reader: Reader, case: LexSarah, asks: Asks) -> dict[str, object]:
    """What a step's page shows beside its form: the point decided under, and what is missing before closing."""
    if asks.event in {Event.DECIDE, Event.REPORT_TO_AUTHORITY}:
        mandate = actions.delegation_for(case, reader.user, reader.today)
        return {"mandate": mandate, **({} if mandate else _who_delegates(reader, case))}
    return missing_of(case) if asks.event is Event.CLOSE else {}


def _who_delegates(reader: Reader, case: LexSarah) -> dict[str, object]:
    """To whom somebody without a delegation turns; who may add it gets the way there."""
    people = Holders(case.root_id, reader.today).nearest(case.root_id, actions.DELEGATE)
    return {"may_delegate": reader.has(actions.DELEGATE), "delegators": ", ".join(user.name for user in people)}
