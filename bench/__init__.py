"""Figures to compare within one run: what pages, searches and reports cost, on both databases."""
