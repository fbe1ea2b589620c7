"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.deviations.forms.handle import AssessForm, CloseForm, ReopenForm
from varvet.registers.deviations.forms.report import ReportForm
from varvet.registers.deviations.forms.tally import TallyForm

__all__ = ["AssessForm", "CloseForm", "ReopenForm", "ReportForm", "TallyForm"]
