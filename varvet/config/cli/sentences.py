"""Which errors are for the person at the keyboard, and the one sentence each is told in."""

import errno
import sqlite3

from varvet.config.env import BadEnvironment
from varvet.kernel.records.errors import Told

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "this user may not write there",
    errno.EPERM: "this user may not write there",
}

NO_SPARK = "The engine Spark needs a part that is not installed: `pip install -r requirements/spark.txt`."
NO_TABLES = "The database lacks tables that this version needs. Run `varvet migrate` first."
POSTGRESQL = {
    "UndefinedTable": NO_TABLES,
    "DiskFull": "The database could not be written: its disk is full.",
    "OperationalError": "The database that DATABASE_URL names does not answer, or does not let this user in.",
}


def sentence_for(error: Exception) -> str | None:
    """None for a bug: that is shown whole."""
    if isinstance(error, BadEnvironment | Told):
        return str(error)
    if isinstance(error, ModuleNotFoundError) and error.name == "pyspark":
        return NO_SPARK
    if isinstance(error, OSError) and error.errno in REASONS:
        return f"{error.filename or 'A file'} could not be written: {REASONS[error.errno]}."
    if isinstance(error.__cause__, sqlite3.OperationalError):
        return _sqlite(error.__cause__)
    if type(error.__cause__).__module__.startswith("psycopg"):
        return POSTGRESQL.get(type(error.__cause__).__name__)
    return None


def _sqlite(cause: sqlite3.OperationalError) -> str | None:
    code = cause.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return "The database could not be written: the disk is full."
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
        return "The database in VARVET_DATA could not be opened for writing."
    return NO_TABLES if str(cause).startswith("no such table") else None
