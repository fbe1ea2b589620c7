"""A unit's own page: what was reported there, how long it waited, what waits now and how long it has been silent."""
