"""What answers an address: reading, and handling."""
