"""The demo: published figures as records, so that everything can be tried on a whole year."""
