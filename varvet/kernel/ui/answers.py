"""From an action's refusal to the form it came from: the sentence is shown, and what was typed stays."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext as _

from varvet.kernel.records.errors import RuleBroken, StaleVersion
from varvet.kernel.ui.form_fields import VersionedForm
from varvet.kernel.ui.sentences import sentence_of


@contextmanager
def answer(form: Form) -> Iterator[None]:
    """Runs an action for a form; a rule's refusal, or a newer version, becomes the form's own error."""
    try:
        yield
    except RuleBroken as broken:
        form.add_error(broken.field if broken.field in form.fields else None, sentence_of(broken))
    except StaleVersion as stale:
        form.add_error(None, f"{sentence_of(stale)} {_('Läs vad som är nytt här ovanför och skicka sedan igen.')}")
        if isinstance(form, VersionedForm):
            form.stale = stale
        if isinstance(form.data, QueryDict):
            newer = form.data.copy()
            newer["version"] = str(stale.current)
            form.data = newer


def refused(form: Form) -> int:
    """The page's status: 422 when the form came back with something to mend."""
    return 422 if form.is_bound and form.errors else 200
