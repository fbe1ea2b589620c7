"""Bromma 2020-2023, from the printed report of 2023."""
