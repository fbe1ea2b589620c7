"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.improvements.actions.import_history import History, import_history

__all__ = ["History", "import_history"]
