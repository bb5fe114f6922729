"""What each refusal means: nothing is thrown away that could still arrive, or kept that never will."""

import pytest

from bot.service.ports import Delivery
from bot.service.refusals import fate
from tests.unit.service.dispatch import card, post, replacement

FILER = post("a")
STAFF = card("case:NG-1001", "Help")
UPDATE = card("card:1", "Help", update=True)
REPLACE = replacement("a", "1.5")


@pytest.mark.parametrize(
    ("delivery", "code", "end"),
    [
        (FILER, "invalid_blocks", "bury"),
        (FILER, "msg_too_long", "bury"),
        (FILER, "a_code_of_tomorrow", "bury"),
        (FILER, "channel_not_found", "bury"),
        (STAFF, "channel_not_found", "keep"),
        (STAFF, "not_in_channel", "keep"),
        (STAFF, "is_archived", "keep"),
        (STAFF, "invalid_blocks", "bury"),
        (FILER, "invalid_auth", "keep"),
        (STAFF, "token_revoked", "keep"),
        (UPDATE, "message_not_found", "post"),
        (UPDATE, "edit_window_closed", "post"),
        (UPDATE, "invalid_blocks", "bury"),
        (REPLACE, "used_url", "post"),
        (FILER, "fatal_error", "unsure"),
        (UPDATE, "internal_error", "unsure"),
    ],
)
def test_a_refusal_is_read_by_its_code(delivery: Delivery, code: str, end: str) -> None:
    assert fate(delivery, code) == end
