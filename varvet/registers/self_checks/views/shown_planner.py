"""What the planner shows: a small table and a few sentences, from the address alone."""

from dataclasses import dataclass

from django.http import QueryDict

from varvet.kernel.ui.sentences import sentence_of
from varvet.registers.self_checks import forms
from varvet.registers.self_checks.rules import planner

EXAMPLE = 200


@dataclass(frozen=True)
class Planner:
    """`population_fixed`: the list says how many there are, so nobody is asked."""

    asked: planner.Asked
    rows: list[planner.Row]
    sentences: list[str]
    population_fixed: bool


def planner_of(query: QueryDict, population: int | None = None, share: int = planner.USUAL) -> Planner:
    form = forms.PlannerForm({name: query.get(key, "") for name, key in NAMES.items()})
    form.is_valid()
    given = form.cleaned_data
    asked_share = share if given.get("share") is None else given["share"]
    asked = planner.fitting(population or given.get("population") or EXAMPLE, given.get("sample"), asked_share)
    sentences = [sentence_of(sentence) for sentence in planner.sentences(asked)]
    return Planner(asked, planner.rows(asked), sentences, population is not None)


NAMES = {"population": "finns", "sample": "antal", "share": "andel"}
