"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.deviations.forms.guide import GuideForm
from varvet.registers.deviations.forms.handle import AssessForm, CloseForm, ReopenForm
from varvet.registers.deviations.forms.links import CodeForm, LinkForm, WordForm
from varvet.registers.deviations.forms.report import HappeningForm, Warned
from varvet.registers.deviations.forms.report_own import AddForm, ReportForm
from varvet.registers.deviations.forms.tally import TallyForm

__all__ = [
    "AddForm",
    "AssessForm",
    "CloseForm",
    "CodeForm",
    "GuideForm",
    "HappeningForm",
    "LinkForm",
    "ReopenForm",
    "ReportForm",
    "TallyForm",
    "Warned",
    "WordForm",
]
