"""The ts of a message, read as a time."""

import pytest

from bot.service.stamps import written_at


@pytest.mark.parametrize(
    ("ts", "moment"),
    [("1772474400.000100", 1_772_474_400_000_100), ("12.5", 12_500_000), ("", 0), ("soon", 0)],
)
def test_a_ts_is_read_as_microseconds(ts: str, moment: int) -> None:
    assert written_at(ts) == moment


@pytest.mark.parametrize(
    "ts", ["9" * 400, "9" * 5000, "99999999999.000000", "\u0663.\u0663", "-1", "1.2.3", "1e9"]
)
def test_what_is_no_time_that_can_be_kept_is_none(ts: str) -> None:
    assert written_at(ts) == 0
