"""Reading the roles table: which permissions a role carries."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Role:
    """A role as the table in config/roles.py states it. `label` is Swedish."""

    code: str
    label: str
    permissions: frozenset[str]


def get_role(code: str) -> Role:
    role: Role = settings.ROLES[code]
    return role


def list_roles() -> list[Role]:
    return list(settings.ROLES.values())


def roles_with(permission: str) -> list[Role]:
    return [role for role in list_roles() if permission in role.permissions]
