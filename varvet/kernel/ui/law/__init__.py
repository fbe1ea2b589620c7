"""The page about the law: what holds on a day, how it was checked, and correcting it."""
