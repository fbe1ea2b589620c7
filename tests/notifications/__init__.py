"""Being told of what happens, through the pages, the worker and the mail."""
