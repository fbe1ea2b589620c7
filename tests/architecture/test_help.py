"""Every field that somebody fills in has help beside it, or says by its label alone all there is to know."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import TypeGuard

import pytest
from django import forms

import varvet

# The label says it all: a longer text would only be in the way.
SELF_EVIDENT = {
    f"varvet.{name}"
    for name in (
        "kernel.search.forms.SearchForm.first_day",
        "kernel.search.forms.SearchForm.kind",
        "kernel.search.forms.SearchForm.last_day",
        "kernel.search.forms.SearchForm.unit",
        "registers.deviations.forms.guide.GuideForm.told",
        "registers.deviations.forms.guide.GuideForm.who",
        "registers.deviations.forms.handle_many.SortForm.category",
        "registers.deviations.forms.handle_many.SortForm.nature",
        "registers.deviations.forms.outside.BetweenForm.clock",
        "registers.deviations.forms.outside.BetweenForm.day",
        "registers.deviations.forms.outside.BetweenForm.done",
        "registers.deviations.forms.outside.BetweenForm.unit",
        "registers.deviations.forms.outside.BetweenForm.when",
        "registers.deviations.forms.report.HappeningForm.clock",
        "registers.deviations.forms.report.HappeningForm.day",
        "registers.deviations.forms.report.HappeningForm.done",
        "registers.deviations.forms.report.HappeningForm.when",
        "registers.deviations.forms.report_own.ReportForm.came",
        "registers.deviations.forms.report_own.ReportForm.clock",
        "registers.deviations.forms.report_own.ReportForm.day",
        "registers.deviations.forms.report_own.ReportForm.done",
        "registers.deviations.forms.report_own.ReportForm.unit",
        "registers.deviations.forms.report_own.ReportForm.when",
        "registers.deviations.forms.tally.TallyForm.unit",
        "registers.feedback.forms.public.SendStep.website",  # seen by no person
        "registers.feedback.forms.public.SortStep.sort",
        "registers.self_checks.forms.drawing.PlannerForm.population",
        "registers.self_checks.forms.drawing.PlannerForm.sample",
        "registers.self_checks.forms.drawing.PlannerForm.share",
    )
}


def form_modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(varvet.__path__, "varvet."):
        if ".tests" not in module.name and "forms" in module.name.split("."):
            yield module.name


def form_classes() -> dict[str, type[forms.BaseForm]]:
    pairs = ((name, value) for name in form_modules() for value in vars(import_module(name)).values())
    return {f"{name}.{value.__name__}": value for name, value in pairs if is_form_of(value, name)}


def is_form_of(value: object, module: str) -> TypeGuard[type[forms.BaseForm]]:
    return isinstance(value, type) and issubclass(value, forms.BaseForm) and value.__module__ == module


def fields_without_help() -> set[str]:
    return {
        f"{name}.{field_name}"
        for name, form in form_classes().items()
        for field_name, field in form.base_fields.items()  # type: ignore[attr-defined]  # every declared form has them
        if not isinstance(field.widget, forms.HiddenInput) and not str(field.help_text)
    }


def test_there_are_forms() -> None:
    assert len(form_classes()) > 15


def test_every_field_has_help_or_needs_none() -> None:
    assert fields_without_help() - SELF_EVIDENT == set()


def test_the_list_of_those_that_need_none_holds_no_other() -> None:
    assert SELF_EVIDENT - fields_without_help() == set()


@pytest.mark.parametrize("name", sorted(form_classes()))
def test_help_is_said_in_a_few_words(name: str) -> None:
    said = [str(field.help_text) for field in form_classes()[name].base_fields.values()]  # type: ignore[attr-defined]
    assert [text for text in said if len(text.split()) > 40] == []
