"""Everything about documents is tested here."""
