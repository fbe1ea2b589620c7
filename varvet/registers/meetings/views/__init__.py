"""Address to query or action to page."""
