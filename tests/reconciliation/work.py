"""People at work with what may be lex Sarah, in any order, and now and then the power goes between two statements."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from varvet.kernel.access.errors import NotAllowed
from varvet.kernel.access.models import Assignment, User
from varvet.kernel.access.tests.cast import NOW, Cast, make_person
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import UnitPeriod
from varvet.kernel.organisation.tree import rebuild_below
from varvet.kernel.questions import answering, weighing
from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.records.models import Referral
from varvet.kernel.records.once import new_key
from varvet.registers.deviations import actions, rules
from varvet.registers.deviations.models import Deviation
from varvet.registers.deviations.rules import Also

CALM, HARM = "Brevet kom en dag för sent.", "Hon hade blåmärken på armen."
REASON = "Ingen for illa."
ALSO = (
    frozenset[Also](),
    frozenset({Also.LEX_SARAH}),
    frozenset({Also.COMPLAINT}),
    frozenset({Also.LEX_SARAH, Also.HEALTH_CARE, Also.WORK_ENVIRONMENT}),
)


class PowerCut(Exception):
    """The process is gone between two statements."""


def crash_at(number: int) -> Callable[..., Any]:
    """Raises instead of the statement of that number, once: what undoes the transaction must still get through."""
    left = itertools.count(1)

    def statement(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own shape
        if next(left) == number:
            raise PowerCut(sql[:60])
        return execute(sql, params, many, context)

    return statement


@dataclass
class Work:
    """What has been done. `possible` are ids of what the workers know may be lex Sarah: they wrote it themselves."""

    cast: Cast
    now: datetime = NOW
    possible: set[int] = field(default_factory=set)
    crashes: int = 0
    done: int = 0

    @property
    def today(self) -> date:
        return day_of(self.now)

    def do(self, verb: str, number: int, crash: int = 0) -> None:
        """A refusal is an answer too, and so is a crash: neither may leave anything behind."""
        self.now += timedelta(hours=5 * (number % 7))
        action: Callable[[int], set[int] | None] = getattr(self, verb)
        try:
            with transaction.atomic():
                self.possible |= self._with_power(action, number, crash) or set()
        except (RuleBroken, StaleVersion, NotAllowed):
            return
        except PowerCut:
            self.crashes += 1
            return
        self.done += 1

    def _with_power(self, action: Callable[[int], set[int] | None], number: int, crash: int) -> set[int] | None:
        if not crash:
            return action(number)
        with connection.execute_wrapper(crash_at(crash)):
            return action(number)

    def report(self, number: int) -> set[int]:
        worry, what = 1 + number % 4, HARM if number % 3 == 0 else CALM
        content = actions.Report(unit=self.cast.a, what=what, when=rules.When.TODAY, worry=worry)
        made = actions.report(content=content, key=new_key(), by=self.cast.bo, now=self.now)
        return {made.pk} if worry == 4 or what == HARM else set()

    def add_more(self, number: int) -> set[int]:
        deviation = self.some(number)
        if deviation is None:
            return set()
        text = HARM if number % 2 else CALM
        actions.add_more(deviation=deviation, text=text, key=new_key(), by=self.cast.bo, now=self.now)
        return {deviation.pk} if text == HARM else set()

    def assess(self, number: int) -> set[int]:
        """Sometimes without the reason that is asked for."""
        also = ALSO[number % len(ALSO)]
        about = actions.Assessment(
            nature=rules.Nature.DEVIATION,
            category_list=self.cast.types,
            categories=(self.cast.type_called("delay"),),
            risk=rules.Risk(2, 2),
            also=also,
            not_lex_sarah=REASON if number % 5 else "",
        )
        deviation = self.some(number)
        self.act(actions.assess, number, assessment=about)
        return {deviation.pk} if deviation and Also.LEX_SARAH in also else set()

    def accept(self, number: int) -> None:
        if referral := self.question(number):
            answering.accept(referral=referral, by=self.answerer(number), now=self.now)

    def refuse(self, number: int) -> None:
        if referral := self.question(number):
            reason = REASON if number % 6 else " "
            answering.refuse(referral=referral, reason=reason, by=self.answerer(number), now=self.now)

    def ask(self, number: int) -> set[int]:
        deviation = self.some(number)
        if deviation is None:
            return set()
        weighing.ask_lex_sarah(record=deviation, by=self.handler(number), now=self.now)
        return {deviation.pk}

    def say_why_not(self, number: int) -> None:
        if deviation := self.some(number):
            weighing.say_why_not(record=deviation, reason=REASON, by=self.handler(number), now=self.now)

    def close(self, number: int) -> None:
        self.act(actions.close, number, closing=actions.Closing("Så blev det."))

    def reopen(self, number: int) -> None:
        self.act(actions.reopen, number, reason="Det hände igen.")

    def reroute(self, number: int) -> None:
        to = self.cast.b if number % 2 else self.cast.a
        self.act(actions.reroute, number, to=(to, "Det hände där."))

    def dismiss(self, number: int) -> None:
        self.act(actions.dismiss, number, reason="Så gör vi.", not_lex_sarah=REASON if number % 2 else "")

    def duplicate(self, number: int) -> None:
        if other := self.some(number + 1 + number % 3):
            why = REASON if number % 2 else ""
            self.act(actions.mark_duplicate, number, original=other, not_lex_sarah=why)

    def join(self, number: int) -> None:
        if other := self.some(number + 1):
            self.act(actions.join, number, lead=other)

    def leave(self, number: int) -> None:
        self.act(actions.leave, number)

    def move_unit(self, number: int) -> None:
        """Under the root, or back under its department."""
        parent = self.cast.root if number % 2 else self.cast.department
        day = self.today
        UnitPeriod.objects.update_or_create(
            unit=self.cast.a, first_day=day, defaults={"parent": parent, "kind": "authority", "area": "children"}
        )
        rebuild_below(self.cast.root)

    def switch_off(self, number: int) -> None:
        """Somebody leaves, or comes back."""
        who = self.someone(number)
        User.objects.filter(pk=who.pk).update(is_active=not User.objects.get(pk=who.pk).is_active)

    def end_role(self, number: int) -> None:
        """What somebody may do ends yesterday, or goes on."""
        rows = Assignment.objects.filter(user=self.someone(number))
        ended = rows.filter(last_day__isnull=False).exists()
        rows.update(last_day=None if ended else self.today - timedelta(days=1))

    def wait(self, number: int) -> None:
        self.now += timedelta(days=number)

    def act(self, action: Callable[..., object], number: int, **more: object) -> None:
        if deviation := self.some(number):
            action(deviation=deviation, version=deviation.version, by=self.handler(number), now=self.now, **more)

    def some(self, number: int) -> Deviation | None:
        found = list(Deviation.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def question(self, number: int) -> Referral | None:
        """Any question, also one that has its answer."""
        found = list(Referral.objects.select_related("origin__unit").order_by("pk"))
        return found[number % len(found)] if found else None

    def someone(self, number: int) -> User:
        return (self.cast.alice, self.cast.dag, self.cast.eva)[number % 3]

    def handler(self, number: int) -> User:
        return User.objects.get(pk=(self.cast.eva, self.cast.dag)[number % 2].pk)

    def answerer(self, number: int) -> User:
        return User.objects.get(pk=(self.cast.dag, self.cast.eva)[number % 2].pk)


def with_follower(cast: Cast) -> Cast:
    """Frida follows the reconciliation from the department, and nobody switches her off."""
    make_person("Frida", "department_manager", cast.root)
    return replace(cast)
