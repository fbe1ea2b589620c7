"""A field of encrypted text: text outside, ciphertext in the database."""

import pytest
from django.db import connection

from varvet.kernel.access.tests.cast import NOW, Cast
from varvet.kernel.crypto.texts import decrypt
from varvet.kernel.records.models import Draft


def test_a_field_is_text_outside_and_ciphertext_inside(cast: Cast) -> None:
    draft = Draft.objects.create(owner=cast.bo, form="x", content="hemligt", saved_at=NOW, expires_on=NOW.date())
    Draft.objects.filter(pk=draft.pk).update(content="ännu hemligare")
    assert Draft.objects.get(pk=draft.pk).content == "ännu hemligare"
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM records_draft")
        stored = bytes(cursor.fetchone()[0])
    assert stored.startswith(b"k1:")
    assert b"hemligare" not in stored
    assert decrypt(stored, "records.draft.content") == "ännu hemligare"


def test_a_field_is_never_serialised(cast: Cast) -> None:
    draft = Draft(owner=cast.bo, form="x", content="hemligt")
    with pytest.raises(NotImplementedError):
        Draft._meta.get_field("content").value_to_string(draft)
