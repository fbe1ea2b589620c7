"""Measures: from facts to figures, in one way only."""
