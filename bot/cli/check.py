"""`helpdesk check`: everything that is wrong with the flow files, in one run."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.options import AsJson, Today

PROBLEMS = 1


def check(
    flows: Annotated[
        Path | None,
        typer.Argument(help="The folder of the flow files.", metavar="[FLOWS]", show_default=False),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings for errors.")] = False,
    hints: Annotated[
        bool, typer.Option("--hints", help="Also name answers that make no difference.")
    ] = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Check the flow files: grammar, references, facts, every path, every phrase, every example, every size.

    Prints each problem with file, line, column, what is wrong and what to write instead. Exit status 0 when
    there is no error (with --strict: no warning either), 1 when there is, 2 when there is nothing to check.
    """
    from bot.cli import check_print
    from bot.cli.checking import examine
    from bot.cli.opened import folder

    where = folder(flows)
    findings = examine(where, today, hints=hints)
    typer.echo(check_print.as_json(findings, where) if as_json else check_print.as_text(findings, where))
    if findings.errors or (strict and findings.problems):
        raise typer.Exit(PROBLEMS)
