"""`helpdesk table`: every path of a flow and what it ends in."""

import typer

from bot.cli.options import DEFAULT_COURT, AsJson, Court, FlowName, Flows


def table(flow: FlowName, court: Court = DEFAULT_COURT, flows: Flows = None, as_json: AsJson = False) -> None:
    """List every path of a flow: the answers, and the steps or the hand-over they lead to.

    With --json one array, one object per path. Without, one row per checklist: how many paths end in it.
    """
    from bot.cli.opened import flow_of, open_book
    from bot.engine.table import table as all_paths

    book = open_book(flows, court)
    rows = all_paths(book, flow_of(book, flow))
    if as_json:
        from bot.cli.table_json import as_text

        typer.echo(as_text(rows))
    else:
        from bot.cli.table_print import show

        show(rows)
