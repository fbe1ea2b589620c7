"""`varvet make-user`: the first person of an installation, who then adds the others."""

from datetime import date

import click
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from varvet.kernel.access.models import Assignment, User
from varvet.kernel.organisation.models import Unit
from varvet.kernel.organisation.tree import find_root


@click.command()
@click.option("--email", prompt=True, help="The address the person logs in with.")
@click.option("--name", prompt=True, help="The name others see.")
@click.option("--role", prompt=True, type=click.Choice(sorted(settings.ROLES)), help="What the person may do.")
@click.option("--root", "root_slug", prompt=True, help="Short name of the municipality or administration.")
@click.option("--unit", "unit_slug", default="", help="Short name of the unit; the whole root when left out.")
@click.password_option(help="At least twelve characters; asked for when left out.")
def command(email: str, name: str, role: str, root_slug: str, unit_slug: str, password: str) -> None:
    """Add a person who can log in, with a role in a unit and everything below it."""
    unit = _find_unit(root_slug, unit_slug)
    _check(email, password)
    with transaction.atomic():
        user = User.objects.create_user(email=email, name=name, password=password)
        Assignment.objects.create(user=user, unit=unit, role=role, first_day=_today())
    click.echo(f"{email} can log in as {settings.ROLES[role].label} in {unit.name}.")


def _find_unit(root_slug: str, unit_slug: str) -> Unit:
    root = find_root(root_slug)
    if root is None:
        raise click.ClickException(f"There is no municipality or administration called {root_slug!r}.")
    unit = Unit.objects.filter(root=root, slug=unit_slug).first() if unit_slug else root
    if unit is None:
        raise click.ClickException(f"There is no unit called {unit_slug!r} in {root.name}.")
    return unit


def _check(email: str, password: str) -> None:
    if User.objects.filter(email__iexact=email).exists():
        raise click.ClickException(f"{email} is already here.")
    try:
        validate_password(password)
    except ValidationError as problem:
        raise click.ClickException(" ".join(problem.messages)) from problem


def _today() -> date:
    return timezone.localdate()
