"""The texts of the interface in another language: collected from code and pages, kept in a file per part, compiled."""
