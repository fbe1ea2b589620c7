"""What answers an address: reporting, and handling."""
