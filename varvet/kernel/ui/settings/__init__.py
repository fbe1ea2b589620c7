"""The pages where a root's settings and lists are seen and changed."""
