"""Two at once: every form of an improvement tells the second what the first did, and overwrites nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from varvet.kernel.access.tests.cast import NOW, TODAY, Cast
from varvet.kernel.ui.tests.written_twice import Second, refused_and_told
from varvet.registers.improvements import actions, rules
from varvet.registers.improvements.models import Improvement
from varvet.registers.improvements.tests.factories import carried_out, fresh, make, make_planned, plan

SOON = (TODAY + timedelta(days=90)).isoformat()
First = Callable[[Improvement, Cast], object]
EDITED, PLANNED, WRITTEN = "Åtgärden ändrades.", "Uppföljningen av effekten planerades.", "Stegen på vägen ändrades."


def edited(held: Improvement, cast: Cast) -> object:
    content = actions.Content("Ny checklista", ("A",), due_on=TODAY + timedelta(days=20))
    return actions.edit(improvement=held, content=content, version=held.version, by=cast.eva, now=NOW)


def planned(held: Improvement, cast: Cast) -> object:
    content = plan(cast.eva, how=rules.How.INDICATOR, indicator="Andel i tid", target="minst 95 %")
    return actions.plan_effect(improvement=held, plan=content, version=held.version, by=cast.eva, now=NOW)


def written(held: Improvement, cast: Cast) -> object:
    steps = [rules.Step("Lyft på träffen")]
    return actions.write_steps(improvement=held, steps=steps, version=held.version, by=cast.eva, now=NOW)


def in_place(cast: Cast) -> Improvement:
    return carried_out(make_planned(cast), cast.alice, TODAY - timedelta(days=5))


@dataclass(frozen=True)
class Case:
    step: str
    make: Callable[[Cast], Improvement]
    first: First
    fields: Mapping[str, object]
    said: tuple[str, ...]


CASES = [
    Case("edit", make, edited, {"what": "Min ändring"}, (EDITED, "Ny checklista", "Eva")),
    Case("start", make, edited, {}, (EDITED,)),
    Case("carry_out", make, edited, {"carried_out_on": "2026-03-10", "unplanned": "Mina skäl"}, (EDITED,)),
    Case("give_up", make, edited, {"target": "not_feasible", "reason": "Mina skäl"}, (EDITED,)),
    Case("carry_over", make, edited, {"year": 2027, "reason": "Mina skäl"}, (EDITED,)),
    Case(
        "plan_effect",
        make_planned,
        planned,
        {"how": "indicator", "indicator": "Min indikator", "target": "alla i tid", "effect_on": SOON},
        (PLANNED, "Andel i tid", "minst 95 %"),
    ),
    Case("write_steps", make, written, {"what_1": "Mitt eget steg"}, (WRITTEN, "Lyft på träffen")),
    Case("judge_effect", in_place, planned, {"effect": "effect", "effect_words": "Mina siffror"}, (PLANNED,)),
]


@pytest.mark.parametrize("case", CASES, ids=[case.step for case in CASES])
def test_the_second_is_told_and_nothing_is_overwritten(client: Client, cast: Cast, case: Case) -> None:
    held = fresh(case.make(cast).pk)
    client.force_login(cast.eva)  # who may judge what Alice carried out
    fields = {**case.fields, **({"judge": cast.eva.pk} if case.step == "plan_effect" else {})}
    address = reverse(f"improvements:{case.step}", args=[held.reference])
    refused_and_told(client, held, lambda: case.first(held, cast), Second(address, fields, case.said))


def test_spreading_asks_which_units_again(client: Client, cast: Cast) -> None:
    held = make(cast)
    client.force_login(cast.eva)
    second = Second(reverse("improvements:spread", args=[held.reference]), {"units": [cast.b.pk]}, (EDITED,))
    refused_and_told(client, held, lambda: edited(held, cast), second)


def test_every_form_of_one_improvement_is_here() -> None:
    """Publishing has its own: what is published was read through a moment before."""
    assert {case.step for case in CASES} | {"spread"} == {str(event) for event in rules.Event}
