"""Documents out: one pure value, as an accessible PDF and as a Word file to work on further."""
