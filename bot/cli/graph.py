"""`helpdesk graph`: a flow as a drawing, or as the machine it is compiled to; the desk's own machines."""

from typing import Annotated

import typer

from bot.cli.options import DEFAULT_COURT, Court, Flows


def graph(
    flow: Annotated[str, typer.Argument(help="The flow's id, such as nextgen.", metavar="FLOW")] = "",
    court: Court = DEFAULT_COURT,
    flows: Flows = None,
    machine: Annotated[
        bool, typer.Option("--machine", help="List states, guards and transitions instead.")
    ] = False,
    case: Annotated[
        bool, typer.Option("--case", help="Draw the life of a case, and who has the word with a filer.")
    ] = False,
) -> None:
    """Draw a flow as Mermaid text, or list the states, guards and transitions it is compiled to."""
    if case:
        from bot.cli.case_graph import case_machines

        typer.echo(case_machines())
        return
    from bot.cli.opened import flow_of, open_book

    book = open_book(flows, court)
    rules = book.flows[flow_of(book, flow or book.default)]
    if machine:
        from bot.cli.machine_lines import lines

        typer.echo("\n".join(lines(rules)))
    else:
        from bot.flow.graph import mermaid

        typer.echo(mermaid(rules.flow).rstrip())
