"""Steps from the decision to the end of a case: what each form's values do."""

from varvet.registers.lex_sarah import actions, forms
from varvet.registers.lex_sarah.views import asks_deciding as asks
from varvet.registers.lex_sarah.views import shown_decide, shown_papers
from varvet.registers.lex_sarah.views.step import Sent, plain, step


def _decide(sent: Sent) -> None:
    actions.decide(**sent.known, decision=sent.form.decision())


def _send_back(sent: Sent) -> None:
    actions.send_back(**sent.known, reason=sent.given["reason"])


def _notify(sent: Sent) -> None:
    """The file is made of the case as it is now; one that has changed since the form was opened is refused."""
    document = shown_papers.notification_file(sent.reader, sent.case)
    actions.report_to_authority(**sent.known, notification=sent.form.notification(document))


def _number(sent: Sent) -> None:
    actions.number_authority(**sent.known, ivo_number=sent.given["ivo_number"])


def _question(sent: Sent) -> None:
    actions.ask_from_authority(**sent.known, question=sent.form.question())


def _ruling(sent: Sent) -> None:
    actions.authority_decides(**sent.known, ruled=sent.form.ruled())


def _propose(sent: Sent) -> None:
    actions.propose(**sent.known, content=sent.form.proposal())


def _tell(sent: Sent) -> None:
    actions.tell_outcome(**sent.known, telling=sent.form.telling())


def _share(sent: Sent) -> None:
    actions.share(**sent.known, sharing=sent.form.sharing())


def _plan(sent: Sent) -> None:
    actions.follow_up(**sent.known, content=sent.form.plan_of())


def _judge(sent: Sent) -> None:
    actions.judge(**sent.known, content=sent.form.judgement())


def _close(sent: Sent) -> None:
    actions.close(**sent.known)


def _reopen(sent: Sent) -> None:
    actions.reopen(**sent.known, reason=sent.given["reason"])


def _reconsider(sent: Sent) -> None:
    actions.reconsider(**sent.known, reason=sent.given["reason"])


decide = step(asks.DECIDE, shown_decide.decide, _decide)
send_back = step(asks.SEND_BACK, plain(forms.SendBackForm), _send_back)
report_to_authority = step(asks.NOTIFY, plain(forms.NotifyForm), _notify)
authority_number = step(asks.NUMBER, plain(forms.NumberForm), _number)
authority_asks = step(asks.QUESTION, shown_decide.today("asked_on", forms.QuestionForm), _question)
authority_decides = step(asks.RULING, shown_decide.today("ruled_on", forms.RulingForm), _ruling)
propose = step(asks.PROPOSE, shown_decide.propose, _propose)
tell = step(asks.TELL, shown_decide.tell, _tell)
share = step(asks.SHARE, shown_decide.share, _share)
follow_up = step(asks.PLAN, plain(forms.PlanForm), _plan)
judge = step(asks.JUDGE, plain(forms.JudgeForm), _judge)
close = step(asks.CLOSE, plain(forms.CloseForm), _close)
reopen = step(asks.REOPEN, plain(forms.ReopenForm), _reopen)
reconsider = step(asks.RECONSIDER, plain(forms.ReopenForm), _reconsider)
