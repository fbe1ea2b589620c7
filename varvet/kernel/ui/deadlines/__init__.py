"""Giving more time, for the records of every register."""
