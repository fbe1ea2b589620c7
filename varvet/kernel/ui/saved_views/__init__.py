"""Pages on which a person keeps views of the lists."""
