"""What makes a Word file with real styles and typefaces; python-docx knows only half of it."""
