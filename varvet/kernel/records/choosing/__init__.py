"""What a root chooses for itself: its settings and its lists of categories, dated, with who chose and why."""
