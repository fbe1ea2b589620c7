"""What makes an accessible PDF: typesetting from data, and the marks that the typesetter cannot set."""
