"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.lex_sarah.forms.report import ReportForm

__all__ = ["ReportForm"]
