"""The root's own copies of the forms that a ready-made plan names."""

from collections.abc import Collection
from datetime import datetime

from varvet.kernel.access.checks import can
from varvet.kernel.access.models import User
from varvet.kernel.law.days import day_of
from varvet.kernel.organisation.models import Unit
from varvet.registers.self_checks.actions.forms import EDIT_FORMS, create_form, publish_form
from varvet.registers.self_checks.models import Form
from varvet.registers.self_checks.rules.library import shipped_form


def shipped_forms_of(root: Unit, codes: Collection[str], *, by: User, now: datetime) -> dict[str, Form]:
    """Code -> a form that can be used. Those the root lacks are copied for who may write forms, else left out."""
    own = {form.shipped: form for form in Form.objects.filter(root=root, shipped__in=codes) if form.usable()}
    names = set(Form.objects.filter(root=root).values_list("name", flat=True))
    if not can(by, EDIT_FORMS, root, today=day_of(now)):
        return own
    for code in sorted(set(codes) - set(own)):
        shipped = shipped_form(code)
        if shipped.name not in names:
            own[code] = create_form(root=root, name=shipped.name, shipped=shipped, by=by, today=day_of(now))
            publish_form(form=own[code], by=by, now=now)
    return own
