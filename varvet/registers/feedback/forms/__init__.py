"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.feedback.forms.capture import CaptureForm
from varvet.registers.feedback.forms.public import (
    ASKED,
    AgainForm,
    ContentForm,
    FollowForm,
    MoreForm,
    ReplyForm,
    SenderStep,
    SendStep,
    SortStep,
    WhatStep,
    answered,
    content_of,
)

__all__ = [
    "ASKED",
    "AgainForm",
    "CaptureForm",
    "ContentForm",
    "FollowForm",
    "MoreForm",
    "ReplyForm",
    "SendStep",
    "SenderStep",
    "SortStep",
    "WhatStep",
    "answered",
    "content_of",
]
