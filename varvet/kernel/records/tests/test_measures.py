"""The registers' measures name what exists: happenings that are counted, and fields that facts have."""

import ast
import inspect
import sys
from dataclasses import replace
from itertools import product
from types import ModuleType

import pytest
from django.db import models

from varvet.kernel.access.tests.cast import Cast
from varvet.kernel.records import registry
from varvet.kernel.records.models import Fact
from varvet.kernel.records.registry import Measure, Register, list_measures, list_registers
from varvet.kernel.records.tests.toy import TOYS, make_toy, toys

__all__ = ["toys"]
PERIODS = {"month", "quarter", "year"}
CODED = {field.name for field in Fact._meta.fields if isinstance(field, models.CharField)} - {"register", "happening"}


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_a_register_measures_what_it_counts(register: Register) -> None:
    assert register.measures
    for measure in register.measures:
        assert (measure.code.partition(".")[0], measure.register) == (register.kind, register.kind)
        assert measure.happening in register.happenings


def test_every_measure_has_a_code_of_its_own() -> None:
    codes = [measure.code for measure in list_measures()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("measure", list_measures(), ids=lambda measure: measure.code)
def test_breakdowns_and_filters_are_fields_of_facts(measure: Measure) -> None:
    assert set(measure.breakdowns) <= CODED | PERIODS | {"unit"}
    assert len(measure.breakdowns) == len(set(measure.breakdowns))
    assert {name for name, _ in measure.where} <= CODED
    assert all(values for _, values in measure.where)


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_what_is_declared_is_also_written(register: Register) -> None:
    """A happening stands as a word in the code that counts, or is put together of two such words."""
    words = set().union(*(words_in(inspect.getsource(module)) for module in facts_of(register)))
    made = words | {first + second for first, second in product(words, words)}
    assert set(register.happenings) - made == set()
    assert len(register.happenings) == len(set(register.happenings))


def facts_of(register: Register) -> list[ModuleType]:
    """The module that counts, or all of its package."""
    name = f"{register.model._meta.app_config.name}.facts"
    return [module for key, module in sys.modules.items() if key == name or key.startswith(f"{name}.")]


def words_in(code: str) -> set[str]:
    """Every text in the code, but for the declaration itself."""
    statements = [node for node in ast.parse(code).body if not is_declaration(node)]
    nodes = [node for statement in statements for node in ast.walk(statement)]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def is_declaration(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HAPPENINGS"


def test_words_of_the_declaration_do_not_count() -> None:
    assert words_in('HAPPENINGS = ("opened", "closed")\nLATER = {"closed": 1}\n') == {"closed"}


@pytest.mark.usefixtures("toys")
def test_a_happening_nobody_declared_is_not_counted(cast: Cast) -> None:
    registry.clear()
    registry.add(replace(TOYS, happenings=("closed",)))
    with pytest.raises(ValueError, match="has not declared the happening received"):
        make_toy(cast)
