"""Varvet: an open quality-management system for Swedish social services."""

__version__ = "0.1.0"
