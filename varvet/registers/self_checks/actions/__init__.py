"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.self_checks.actions.delegation import MAY_DELEGATE, take_in_delegation
from varvet.registers.self_checks.actions.import_history import History, import_history
from varvet.registers.self_checks.actions.mark_not_done import mark_not_done
from varvet.registers.self_checks.actions.plan import Plan, plan
from varvet.registers.self_checks.actions.record_result import Result, record_result
from varvet.registers.self_checks.actions.start import start
from varvet.registers.self_checks.actions.take_in_list import ListSent, take_in_list
from varvet.registers.self_checks.actions.use_list import ListResult, use_list

__all__ = [
    "MAY_DELEGATE",
    "History",
    "ListResult",
    "ListSent",
    "Plan",
    "Result",
    "import_history",
    "mark_not_done",
    "plan",
    "record_result",
    "start",
    "take_in_delegation",
    "take_in_list",
    "use_list",
]
