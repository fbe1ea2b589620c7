"""Addresses to queries and actions, and on to pages."""
