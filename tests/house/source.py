"""The project's own files, as the house tests read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("bot", "tests", "bench", "scripts")
CORE = ("bot/engine", "bot/flow", "bot/matching")
NOT_OURS = {
    ".git", ".venv", "mutants", "build", "dist", "htmlcov", "__pycache__", "node_modules",
    ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache",
}  # fmt: skip


def files(pattern: str, *folders: str) -> list[Path]:
    """Every file of the project under these folders (all, if none) whose name fits the pattern, in order."""
    roots = [ROOT / folder for folder in folders] or [ROOT]
    found = (path for root in roots for path in root.rglob(pattern) if path.is_file())
    return sorted(path for path in found if NOT_OURS.isdisjoint(path.relative_to(ROOT).parts))


def name(path: Path) -> str:
    """The path as people write it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def with_parents(module: ast.Module) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    """Every part of the tree with the parts it stands in, innermost last."""
    waiting: list[tuple[ast.AST, tuple[ast.AST, ...]]] = [(module, ())]
    while waiting:
        part, around = waiting.pop()
        yield part, around
        waiting.extend((child, (*around, part)) for child in ast.iter_child_nodes(part))


def is_docstring(part: ast.AST, around: tuple[ast.AST, ...]) -> bool:
    """Whether this constant is a string that stands as a statement of its own."""
    return isinstance(part, ast.Constant) and bool(around) and isinstance(around[-1], ast.Expr)
