"""Text from people into typed values; what is wrong is said at the field."""

from varvet.registers.feedback.forms.capture import CaptureForm
from varvet.registers.feedback.forms.public import (
    ASKED,
    SORT_ICONS,
    AgainForm,
    ContentForm,
    FollowForm,
    MoreForm,
    SenderStep,
    SendStep,
    SortStep,
    WhatStep,
    answered,
    content_of,
)

__all__ = [
    "ASKED",
    "SORT_ICONS",
    "AgainForm",
    "CaptureForm",
    "ContentForm",
    "FollowForm",
    "MoreForm",
    "SendStep",
    "SenderStep",
    "SortStep",
    "WhatStep",
    "answered",
    "content_of",
]
