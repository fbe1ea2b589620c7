"""Forms as drawn: the same words on top and at the field, tied to the control."""

from typing import Any

from django import forms
from django.template import Context, Template

from varvet.kernel.ui.gallery import KindExample, ReportExample


def shown(source: str, **values: Any) -> str:
    return Template(source).render(Context(values))


def wrong_form() -> ReportExample:
    return ReportExample({"when": "today", "who": "Ett barn"})


def test_the_error_list_counts_links_and_takes_focus() -> None:
    html = shown("{% errors form %}", form=wrong_form())
    assert "Två saker behöver rättas" in html
    assert '<a href="#id_what">Berätta vad som hände</a>' in html
    assert '<a href="#id_worry_0">Välj hur orolig du är</a>' in html
    assert "autofocus" in html
    assert 'role="alert"' in html


def test_every_link_of_the_error_list_leads_to_a_control() -> None:
    html = shown("{% field form.what %}{% worry form.worry %}", form=wrong_form())
    assert 'id="id_what"' in html
    assert 'id="id_worry_0"' in html


def test_nothing_wrong_shows_nothing() -> None:
    assert shown("{% errors form other %}", form=ReportExample(), other=None).strip() == ""


def test_errors_of_the_whole_form_are_said_without_a_link() -> None:
    form = KindExample({"answer": "yes", "area": "a"})
    form.add_error(None, "Dagarna går inte ihop")
    html = shown("{% errors form %}", form=form)
    assert "En sak behöver rättas" in html
    assert "<li>Dagarna går inte ihop</li>" in html


def test_a_missing_answer_is_named_also_when_the_form_has_no_words_of_its_own() -> None:
    form = KindExample({})
    html = shown("{% errors form %}{% field form.area %}", form=form)
    assert "Svara på frågan: Finns barnets röst med?" in html
    assert html.count("Välj enhet") == 2
    assert "Detta fält" not in html


def test_a_field_ties_hint_and_error_to_the_control_with_the_error_above() -> None:
    html = shown("{% field form.what %}", form=wrong_form())
    assert 'aria-describedby="id_what_hint id_what_error"' in html
    assert 'aria-invalid="true"' in html
    assert html.index('id="id_what_error"') < html.index("<textarea")


def test_what_was_written_stays() -> None:
    assert 'value="Ett barn"' in shown("{% field form.who %}", form=wrong_form())


def test_only_optional_fields_are_marked() -> None:
    assert "(frivilligt)" in shown("{% field form.who %}", form=wrong_form())
    assert "(frivilligt)" not in shown("{% field form.what %}", form=wrong_form())


def test_a_text_that_has_not_chosen_gets_our_height() -> None:
    html = shown("{% field form.what %}{% field form.at_once %}", form=wrong_form())
    assert 'rows="5"' in html
    assert 'rows="2"' in html
    assert 'rows="10"' not in html


def test_radio_choices_are_a_group_with_a_legend() -> None:
    html = shown("{% choices form.when %}", form=wrong_form())
    assert "<legend" in html
    assert html.count('type="radio"') == 4
    assert html.count("checked") == 1


def test_field_draws_each_kind_as_itself() -> None:
    form = KindExample({"answer": "partly", "area": "a", "causes": ["routine"]})
    html = "".join(shown("{% field f %}", f=form[name]) for name in form.fields)
    assert html.count("<fieldset") == 2
    assert html.count('class="box"') == 3
    assert "<select" in html
    assert 'type="date"' in html


def test_worry_has_one_to_four_bars() -> None:
    html = shown("{% worry form.worry %}", form=ReportExample())
    assert html.count("<rect") == 16
    assert html.count('class="on"') == 1 + 2 + 3 + 4


def test_the_empty_choice_is_not_drawn() -> None:
    class Optional(forms.Form):
        """An optional radio."""

        answer = forms.ChoiceField(choices=[("", "---"), ("a", "Ja")], widget=forms.RadioSelect, required=False)

    assert shown("{% choices form.answer %}", form=Optional()).count('type="radio"') == 1
