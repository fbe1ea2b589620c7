"""Göteborg Centrum, from the printed report of 2024."""
