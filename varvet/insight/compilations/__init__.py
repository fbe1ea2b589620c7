"""A unit's compilation of a half-year or tertial: figures that write themselves, and the unit's own analysis."""
