"""The registers' texts: each in its own table, bound to its own column, so that what was written stays readable."""

import pytest
from django.db import models

from varvet.kernel.crypto.texts import EncryptedText
from varvet.kernel.records.narratives import Narrative
from varvet.kernel.records.registry import Register, list_registers

RELATION: str = "narratives"


def table_of(register: Register) -> type[models.Model]:
    relation = register.model._meta.get_field(RELATION)
    assert isinstance(relation, models.ManyToOneRel)
    table = relation.related_model
    assert isinstance(table, type)
    return table


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_texts_are_kept_in_the_registers_own_table(register: Register) -> None:
    table = table_of(register)
    assert issubclass(table, Narrative)
    text = table._meta.get_field("text")
    assert isinstance(text, EncryptedText)
    assert text._place == f"{register.kind}.narrative.text"


@pytest.mark.parametrize("register", list_registers(), ids=lambda register: register.kind)
def test_every_part_has_its_words(register: Register) -> None:
    part = table_of(register)._meta.get_field("part")
    assert isinstance(part, models.CharField)
    assert part.flatchoices
    assert all(label for _, label in part.flatchoices)
