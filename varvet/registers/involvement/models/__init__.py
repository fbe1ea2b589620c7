"""The tables of user involvement."""

from varvet.registers.involvement.models.activity import KIND, THEMES, Activity
from varvet.registers.involvement.models.narrative import Narrative, Part
from varvet.registers.involvement.models.parts import AlsoIn, Theme

__all__ = ["KIND", "THEMES", "Activity", "AlsoIn", "Narrative", "Part", "Theme"]
