"""The options that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_COURT = "moeb"

Court = Annotated[str, typer.Option("--court", envvar="HELPDESK_COURT", help="The court's id.", metavar="ID")]
Flows = Annotated[
    Path | None,
    typer.Option(
        "--flows", help="The folder of the flow files; else HELPDESK_FLOWS, ./flows or the built-in copy."
    ),
]
FlowName = Annotated[str, typer.Argument(help="The flow's id, such as nextgen.", metavar="FLOW")]
Today = Annotated[
    datetime | None,
    typer.Option("--today", formats=["%Y-%m-%d"], help="Act as if it were this day, at ten in the morning."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for other programs.")]
