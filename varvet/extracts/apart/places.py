"""What the files of a list are called, in the private folder it has of its own."""

LIST, CODES = "list.parquet", "codes.json"
LOG, ROWS_OF_LOG = "taken_in.parquet", "log.parquet"
