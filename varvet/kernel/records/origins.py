"""What a record can start from beside other records."""

PAGES = "pages"  # among a register's `follows`: any page of this installation, a figure of a report say
