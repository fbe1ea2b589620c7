"""What builds and keeps the project; nothing here runs in production."""
