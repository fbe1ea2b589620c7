"""Small files, small functions: what outgrows its size is split by meaning."""

import ast

import pytest

from tests.architecture.source import Function as Found
from tests.architecture.source import files, functions, is_views, name_of, python_files

FILE_LINES = 300
FUNCTION_LINES = 40
VIEW_LINES = 12
ARGUMENTS = 6
LEVELS = 2

PAGES = files(".html", ".css", ".js", ".typ")


def test_files_are_at_most_300_lines() -> None:
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in [*python_files(), *PAGES]}
    assert {name: lines for name, lines in sizes.items() if lines > FILE_LINES} == {}


def test_functions_are_small() -> None:
    found = [
        f"{name_of(path)}: {complaint}"
        for path in python_files()
        for function in functions(path.read_text("utf-8"), in_views=is_views(path))
        for complaint in complaints(function)
    ]
    assert found == []


def test_modules_begin_with_one_sentence() -> None:
    assert [name_of(path) for path in python_files() if not begins_with_sentence(path.read_text("utf-8"))] == []


def begins_with_sentence(code: str) -> bool:
    """True for an empty file too: a package may have nothing to say."""
    first = (ast.get_docstring(ast.parse(code)) or "").partition("\n")[0]
    return not code.strip() or first.endswith((".", "?"))


@pytest.mark.parametrize("code", ["import this\n", '"""Half a sentence"""\n'])
def test_module_without_sentence_is_caught(code: str) -> None:
    assert not begins_with_sentence(code)


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_no_file_is_named_after_nothing(name: str) -> None:
    assert [name_of(path) for path in python_files() if name in {path.stem, path.parent.name}] == []


def complaints(function: Found) -> list[str]:
    allowed = VIEW_LINES if function.is_view else FUNCTION_LINES
    where = f"{function.name} (line {function.line})"
    found = []
    if function.lines > allowed:
        found.append(f"{where} is {function.lines} lines, at most {allowed}")
    if function.arguments > ARGUMENTS:
        found.append(f"{where} takes {function.arguments} arguments, at most {ARGUMENTS}")
    if function.depth > LEVELS:
        found.append(f"{where} is {function.depth} levels deep, at most {LEVELS}")
    return found


LONG = "def f():\n" + "    x = 1\n" * 40
LONG_VIEW = "def page(request):\n" + "    x = 1\n" * 12
MANY = "def f(a, b, c, d, *, e, g, h): ...\n"
DEEP = "def f(a):\n  if a:\n    for b in a:\n      while b:\n        b = 0\n"
FLAT = "def f(a):\n  if a:\n    return 1\n  elif not a:\n    return 2\n  elif a == 3:\n    for b in a:\n      b()\n"


@pytest.mark.parametrize(
    ("code", "told"), [(LONG, "41 lines"), (LONG_VIEW, "13 lines"), (MANY, "7 arguments"), (DEEP, "3 levels")]
)
def test_what_is_too_large_is_caught(code: str, told: str) -> None:
    [function] = functions(code, in_views=True)
    assert told in "".join(complaints(function))


def test_elif_is_not_a_level() -> None:
    [function] = functions(FLAT, in_views=False)
    assert complaints(function) == []
