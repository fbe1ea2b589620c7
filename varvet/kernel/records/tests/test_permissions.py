"""The roles table and the registers' cards agree: no permission is carried that nobody asks for, none left out."""

from django.conf import settings

from varvet.kernel.access.roles import list_roles
from varvet.kernel.records.registry import list_registers

# Asked for by the kernel, the import of history and the insight floor, which have no card of a register.
OUTSIDE_REGISTERS = {
    "annual_report.follow",
    "annual_report.read",
    "annual_report.write",
    "compilations.read",
    "compilations.write",
    "history.import",
    "organisation.correct_law",
    "organisation.edit",
    "organisation.settings",
    "unit_page.view",
    "operations.view",
    "people.hand_over_unseen",
    "people.lead",
    "views.share",
}


def test_every_permission_of_a_role_is_declared() -> None:
    declared = {p.code for register in list_registers() for p in register.permissions} | OUTSIDE_REGISTERS
    running = {register.kind for register in list_registers()}
    held = {permission for role in list_roles() for permission in role.permissions}
    undeclared = {p for p in held - declared if p.partition(".")[0] in running or p.partition(".")[2] == ""}
    assert undeclared == set()


def test_every_declared_permission_is_held_by_a_role() -> None:
    held = {permission for role in list_roles() for permission in role.permissions}
    declared = {p.code for register in list_registers() for p in register.permissions}
    assert (declared | OUTSIDE_REGISTERS) - held == set()


def test_a_register_declares_its_own_permissions_and_menu_asks_for_them() -> None:
    for register in list_registers():
        codes = {permission.code for permission in register.permissions}
        assert all(code.startswith(f"{register.kind}.") for code in codes)
        assert {item.permission for item in register.menu} <= codes


def test_every_register_in_settings_runs() -> None:
    assert len(list_registers()) == len(settings.REGISTERS)
