"""`helpdesk graph`: a flow as a drawing, or as the machine it is compiled to."""

from typing import Annotated

import typer

from bot.cli.options import DEFAULT_COURT, Court, FlowName, Flows


def graph(
    flow: FlowName,
    court: Court = DEFAULT_COURT,
    flows: Flows = None,
    machine: Annotated[
        bool, typer.Option("--machine", help="List states, guards and transitions instead.")
    ] = False,
) -> None:
    """Draw a flow as Mermaid text, or list the states, guards and transitions it is compiled to."""
    from bot.cli.opened import flow_of, open_book

    book = open_book(flows, court)
    rules = book.flows[flow_of(book, flow)]
    if machine:
        from bot.cli.machine_lines import lines

        typer.echo("\n".join(lines(rules)))
    else:
        from bot.flow.graph import mermaid

        typer.echo(mermaid(rules.flow).rstrip())
