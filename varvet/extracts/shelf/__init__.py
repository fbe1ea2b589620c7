"""Extracts that are kept: each in a folder of its own, whole or not there, with a manifest that says what it is."""
