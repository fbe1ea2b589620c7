"""The only writer: each action asks who, asks the rules, saves, and commits once."""

from varvet.registers.privacy_incidents.actions.assess import Assessment, assess
from varvet.registers.privacy_incidents.actions.close import close
from varvet.registers.privacy_incidents.actions.import_history import History, import_history
from varvet.registers.privacy_incidents.actions.report import Report, report

__all__ = ["Assessment", "History", "Report", "assess", "close", "import_history", "report"]
