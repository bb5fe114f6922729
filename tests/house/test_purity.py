"""The core is handed what it needs: no clock, and no state but the one the machine gives."""

import ast
from collections.abc import Iterator

from tests.house.source import CORE, files, is_docstring, name, tree, with_parents

CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime"}
MACHINE = "bot/engine/machine.py"
CLOUDS = "bot/slack/clouds.py"


def test_the_core_reads_no_clock() -> None:
    wrong = [
        f"{name(path)}:{part.lineno}"
        for path in files("*.py", *CORE)
        for part in ast.walk(tree(path))
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in CLOCKS
        if not part.args or part.func.attr == "now"
    ]
    assert not wrong, f"Take the time as an argument: {wrong}"


def targets(part: ast.AST) -> Iterator[ast.expr]:
    """Everything that this statement assigns to."""
    if isinstance(part, ast.Assign):
        yield from part.targets
    elif isinstance(part, ast.AugAssign | ast.AnnAssign):
        yield part.target
    elif isinstance(part, ast.Call) and isinstance(part.func, ast.Name | ast.Attribute):
        called = part.func.id if isinstance(part.func, ast.Name) else part.func.attr
        if called in {"setattr", "__setattr__"}:
            for argument in part.args:
                if isinstance(argument, ast.Constant) and argument.value == "state":
                    yield ast.Attribute(value=argument, attr="state")


def test_only_the_machine_sets_a_state() -> None:
    wrong = [
        f"{name(path)}:{getattr(part, 'lineno', 0)}"
        for path in files("*.py", "bot/engine", "bot/flow", "bot/matching", "bot/service", "bot/slack")
        if name(path) != MACHINE
        for part in ast.walk(tree(path))
        for target in targets(part)
        if isinstance(target, ast.Attribute) and target.attr == "state"
    ]
    assert not wrong, f"Fire an event of the machine instead: {wrong}"


def test_the_addresses_of_slack_stand_in_one_table() -> None:
    wrong = [
        f"{name(path)}:{part.lineno}"
        for path in files("*.py", "bot")
        if name(path) != CLOUDS and not name(path).startswith("bot/practice/")
        for part, around in with_parents(tree(path))
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and not is_docstring(part, around)
        if "slack.com" in part.value or "slack-gov.com" in part.value
    ]
    assert not wrong, f"Take the address from {CLOUDS}: {wrong}"
