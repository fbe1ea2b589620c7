"""From template and facts to one Report value."""

from varvet.insight.annual_report.compute.whole import compute

__all__ = ["compute"]
