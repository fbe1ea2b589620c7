"""Legal and local terms, paragraphs and Swedish working days: plain Python, dated and with sources."""
