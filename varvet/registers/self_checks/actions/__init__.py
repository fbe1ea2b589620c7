"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.self_checks.actions.import_history import History, import_history
from varvet.registers.self_checks.actions.plan import Plan, plan

__all__ = ["History", "Plan", "import_history", "plan"]
