"""The project's own files, read for the tests of its shape."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
NOT_OURS = {".git", ".venv", "node_modules", "data", "built", "fonts", "__pycache__", "build", "dist", "test-results"}
NOT_OURS |= {".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis"}
NOT_OURS |= {"design-tokens", "design-tokens-build", "varvet.egg-info"}


@dataclass(frozen=True)
class Function:
    """A function as written: its place in the file, its size in lines, how many arguments it takes."""

    name: str
    line: int
    lines: int
    arguments: int
    depth: int
    is_view: bool


def files(*endings: str) -> list[Path]:
    """Every file of ours with one of the endings, sorted; what is built or installed is left out."""
    found = (path for path in _walk(ROOT) if path.name.endswith(endings))
    return sorted(found)


def python_files() -> list[Path]:
    """Our Python, without the migrations, which Django writes."""
    return [path for path in files(".py") if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(code: str, *, in_views: bool) -> list[Function]:
    nodes = [node for node in ast.walk(ast.parse(code)) if isinstance(node, FUNCTIONS)]
    return [_function(node, in_views=in_views) for node in nodes]


def is_views(path: Path) -> bool:
    return path.name == "views.py" or path.parent.name == "views"


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, *, in_views: bool) -> Function:
    given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    names = [argument.arg for argument in given if argument.arg not in {"self", "cls"}]
    return Function(
        name=node.name,
        line=node.lineno,
        lines=(node.end_lineno or node.lineno) - node.lineno + 1,
        arguments=len(names),
        depth=max((_depth(child) for child in node.body), default=0),
        is_view=in_views and names[:1] == ["request"] and not node.name.startswith("_"),
    )


def _depth(node: ast.AST) -> int:
    """How many blocks stand inside each other; an `elif` is beside its `if`, not inside it."""
    if isinstance(node, FUNCTIONS):
        return 0
    inside = [_depth(child) for child in ast.iter_child_nodes(node)]
    deepest = max(inside, default=0)
    if isinstance(node, ast.If):
        beside = [_depth(child) - 1 for child in node.orelse if isinstance(child, ast.If) and len(node.orelse) == 1]
        others = [_depth(child) for child in ast.iter_child_nodes(node) if child not in node.orelse or not beside]
        deepest = max([*beside, *others], default=0)
    return deepest + 1 if isinstance(node, BLOCKS) else deepest


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.is_symlink():
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
