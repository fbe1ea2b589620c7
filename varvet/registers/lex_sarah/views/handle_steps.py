"""The steps from the report to the completed investigation: what is done when each form is sent."""

from varvet.kernel.law.words import marked
from varvet.kernel.records.errors import RuleBroken
from varvet.kernel.records.models import Confidentiality
from varvet.registers.lex_sarah import actions, forms, queries, rules
from varvet.registers.lex_sarah.models import LexSarah
from varvet.registers.lex_sarah.rules import Law, NotOpened, Role
from varvet.registers.lex_sarah.views import asks_investigating as asks
from varvet.registers.lex_sarah.views import shown_forms
from varvet.registers.lex_sarah.views.step import Sent, plain, step

OTHER = marked("Välj ett ärende, eller skriv ett nummer du utreder.")


def _open(sent: Sent) -> None:
    given = sent.given
    opening = actions.Opening(
        law=Law(given["law"]),
        category_list=given["category"].list,
        category=given["category"],
        impartial=given["impartial"],
        investigator=given["investigator"],
    )
    actions.open_investigation(**sent.known, opening=opening)


def _decline(sent: Sent) -> None:
    given = sent.given
    other = _find(sent, given["other"], frozenset(rules.STATUS_LABELS)) if given["other"].strip() else None
    refusal = actions.Refusal(NotOpened(given["reason"]), given["explanation"], other)
    actions.decline_investigation(**sent.known, refusal=refusal)


def _join(sent: Sent) -> None:
    form: forms.JoinForm = sent.form
    actions.join(**sent.known, lead=_find(sent, form.reference(), rules.BEGUN))


def _find(sent: Sent, reference: str, states: frozenset[str]) -> LexSarah:
    found = queries.find_case(sent.reader, sent.case, reference, states)
    if found is None:
        raise RuleBroken("lex_sarah.other.unknown", OTHER, field="other")
    return found


def _assign(sent: Sent) -> None:
    actions.assign(**sent.known, to=(sent.given["investigator"], sent.given["reason"]))


def _declare(sent: Sent) -> None:
    given = sent.given
    declaration = actions.Declaration(Role(given["role"]), given["conflict"] == forms.YES, given["reason"])
    actions.declare(**sent.known, declaration=declaration)


def _inform(sent: Sent) -> None:
    given = sent.given
    day = given["day"] if given["told"] == forms.YES else None
    actions.inform(**sent.known, information=actions.Information(day, given["words"]))


def _secrecy(sent: Sent) -> None:
    actions.set_secrecy(**sent.known, to=(Confidentiality(sent.given["confidentiality"]), sent.given["reason"]))


def _make_safe(sent: Sent) -> None:
    actions.make_safe(**sent.known, text=sent.given["text"])


def _case_reference(sent: Sent) -> None:
    actions.set_case_reference(**sent.known, number=sent.given["number"])


def _add_cause(sent: Sent) -> None:
    actions.add_cause(**sent.known, content=actions.NewCause(sent.given["category"], sent.given["words"]))


def _add_event(sent: Sent) -> None:
    form: forms.EventForm = sent.form
    actions.add_event(**sent.known, content=form.happening())


open_case = step(asks.ASKS["open"], shown_forms.open_case, _open)
decline = step(asks.ASKS["decline"], shown_forms.decline, _decline)
join = step(asks.ASKS["join"], shown_forms.join, _join)
leave = step(asks.ASKS["leave"], plain(forms.LeaveForm), lambda sent: actions.leave(**sent.known))
assign = step(asks.ASKS["assign"], shown_forms.assign, _assign)
declare = step(asks.ASKS["declare"], shown_forms.declare, _declare)
confirm = step(asks.ASKS["confirm"], plain(forms.ConfirmForm), lambda sent: actions.confirm(**sent.known))
make_safe = step(asks.ASKS["make_safe"], plain(forms.MakeSafeForm), _make_safe)
inform = step(asks.ASKS["inform"], shown_forms.inform, _inform)
case_reference = step(asks.ASKS["case_reference"], shown_forms.case_reference, _case_reference)
secrecy = step(asks.ASKS["secrecy"], shown_forms.secrecy, _secrecy)
complete = step(asks.ASKS["complete"], plain(forms.CompleteForm), lambda sent: actions.complete(**sent.known))
causes = step(asks.CAUSES, shown_forms.cause, _add_cause)
events = step(asks.ADD_EVENT, shown_forms.event, _add_event)
