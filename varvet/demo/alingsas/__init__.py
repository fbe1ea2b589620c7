"""Alingsås 2022-2024, from the printed report of 2024."""
