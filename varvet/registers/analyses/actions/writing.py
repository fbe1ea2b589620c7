"""Writing together: answers, each with a version of its own, more questions, and conclusions."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.law.words import marked
from varvet.kernel.organisation.settings_of_root import get_setting
from varvet.kernel.records.drafts import drop_draft
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.registers.analyses import rules
from varvet.registers.analyses.actions.steps import begin, check_may, finish
from varvet.registers.analyses.models import Analysis, Answer, Conclusion
from varvet.registers.analyses.rules import SOURCE_LABELS, WHOLE, Event
from varvet.registers.analyses.rules import Conclusion as Kind

OWN = "own-"  # begins the code of a question that only this analysis asks


@dataclass(frozen=True)
class Content:
    """What a conclusion says; `area` is a quality area of the root's, empty where it has none."""

    kind: Kind
    line: str
    measure: str
    area: str = ""


def draft_of(analysis: Analysis, number: int) -> str:
    """What a draft of an answer is called."""
    return f"analyses.answer.{analysis.pk}.{number}"


@transaction.atomic
def answer(*, analysis: Analysis, number: int, words: str, version: int, by: User, now: datetime) -> Answer:
    """`version` is the answer's own: many write at once. StaleVersion where somebody has saved it since."""
    check_may(analysis, Event.ANSWER, by=by, today=day_of(now))
    current = Analysis._base_manager.select_for_update().get(pk=analysis.pk)
    rules.check_now(Event.ANSWER, current.status)
    found = Answer.objects.filter(analysis=current, number=number).first()
    if found is None:
        raise RuleBroken("analysis.answer.none", marked("Frågan finns inte längre."))
    if found.version != version:
        raise StaleVersion(current.reference, version, found.version)
    rules.check_words("words", words, marked("Skriv svaret."))
    found.text, found.written_on, found.written_by = words.strip(), day_of(now), by
    found.version += 1
    found.save()
    drop_draft(owner=by, form=draft_of(current, number))
    finish(current, "answered", by=by, data={"number": number})
    return found


@transaction.atomic
def ask(*, analysis: Analysis, source: str, question: str, version: int, by: User, now: datetime) -> Analysis:
    """One more question, for this analysis alone."""
    current = begin(analysis, Event.ASK, version=version, by=by, now=now)
    rules.check_chosen("source", source, {WHOLE, *SOURCE_LABELS})
    rules.check_line("question", question, marked("Skriv frågan."), rules.LONGEST_QUESTION)
    own = Answer.objects.filter(analysis=current, code__startswith=OWN).count()
    if own >= rules.MOST_OWN:
        sentence = marked("En analys kan ha högst {most} egna frågor.")
        raise RuleBroken("analysis.question.many", sentence, field="question", values={"most": rules.MOST_OWN})
    last = Answer.objects.filter(analysis=current).order_by("number").last()
    number = last.number + 1 if last else 1
    Answer.objects.create(
        analysis=current, number=number, source=source, code=f"{OWN}{number}", question=question.strip()
    )
    return finish(current, "asked", by=by, data={"number": number})


@transaction.atomic
def conclude(*, analysis: Analysis, content: Content, version: int, by: User, now: datetime) -> Analysis:
    current = begin(analysis, Event.CONCLUDE, version=version, by=by, now=now)
    _check_content(current, content, now)
    last = Conclusion.objects.filter(analysis=current).order_by("number").last()
    number = last.number + 1 if last else 1
    Conclusion.objects.create(analysis=current, number=number, **_values(content))
    return finish(current, "concluded", by=by, data={"number": number, "kind": content.kind})


@transaction.atomic
def change(*, analysis: Analysis, number: int, content: Content, version: int, by: User, now: datetime) -> Analysis:
    """A conclusion is worded anew; what it has led to stays with it."""
    current = begin(analysis, Event.CONCLUDE, version=version, by=by, now=now)
    _check_content(current, content, now)
    found = _found(current, number)
    Conclusion.objects.filter(pk=found.pk).update(**_values(content))
    return finish(current, "conclusion_changed", by=by, data={"number": number, "kind": content.kind})


@transaction.atomic
def settle(*, analysis: Analysis, number: int, no_action: str, version: int, by: User, now: datetime) -> Analysis:
    """Why nothing is done about it."""
    current = begin(analysis, Event.CONCLUDE, version=version, by=by, now=now)
    rules.check_line("no_action", no_action, marked("Skriv varför ingen åtgärd behövs."))
    found = _found(current, number)
    found.no_action = no_action.strip()
    found.save(update_fields=["no_action"])
    return finish(current, "settled", by=by, data={"number": number})


def _found(analysis: Analysis, number: int) -> Conclusion:
    found = Conclusion.objects.filter(analysis=analysis, number=number).first()
    if found is None:
        raise RuleBroken("analysis.conclusion.none", marked("Slutsatsen finns inte längre."))
    return found


def _check_content(analysis: Analysis, content: Content, now: datetime) -> None:
    rules.check_line("line", content.line, marked("Skriv slutsatsen."))
    rules.check_chosen("measure", content.measure, rules.MEASURES)
    areas = get_setting(analysis.root, "quality_areas", day_of(now))
    if areas or content.area:
        rules.check_chosen("area", content.area, areas)


def _values(content: Content) -> dict[str, str]:
    return {
        "kind": content.kind.value,
        "line": content.line.strip(),
        "measure": content.measure,
        "area": content.area,
    }
