"""Address, query or action, page."""
