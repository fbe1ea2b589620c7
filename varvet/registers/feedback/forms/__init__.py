"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.feedback.forms.capture import CaptureForm

__all__ = [
    "CaptureForm",
]
