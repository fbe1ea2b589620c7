"""Files of records as pages: listed on the record's own page, added, removed and handed out."""
