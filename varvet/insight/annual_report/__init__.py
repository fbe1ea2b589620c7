"""The annual quality report: facts computed into one value, rendered in every format."""
