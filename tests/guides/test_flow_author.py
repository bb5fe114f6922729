"""The flow author's guide: its changes, made in a copy of the flows, give what it shows."""

from pathlib import Path

import pytest

from tests.guides.page import GUIDES, Commands, parts
from tests.guides.reader import Reader


@pytest.mark.timeout(480)
def test_whoever_follows_the_flow_authors_guide_sees_what_it_shows(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for part in parts(GUIDES / "flow-author.md"):
        if isinstance(part, Commands):
            reader.follow(part)
        else:
            assert part.language == "diff", f"line {part.line}: nobody can follow a block of this kind"
            reader.edit(part)
