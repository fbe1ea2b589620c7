"""Workers beside each other, on a database whose rows are committed."""
