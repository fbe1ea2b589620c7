"""Lists are read and computed in a process of their own: content in, codes and counts out."""
