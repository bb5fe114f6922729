"""Which answers meet a rule."""

import pytest

from bot.flow.when import ALWAYS, Clause, When

EITHER = When(
    (
        (Clause("account", ("shared", "none")), Clause("filer", ("attorney",))),
        (Clause("account", ("admin",)),),
    )
)


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ({"account": "shared", "filer": "attorney"}, True),
        ({"account": "none", "filer": "attorney"}, True),
        ({"account": "shared", "filer": "other"}, False),
        ({"account": "shared"}, False),
        ({"filer": "attorney"}, False),
        ({"account": "admin"}, True),
        ({"account": "admin", "filer": "other"}, True),
        ({"account": "own", "filer": "attorney"}, False),
        ({}, False),
    ],
)
def test_any_row_may_hold_and_all_of_its_clauses_must(path: dict[str, str], fits: bool) -> None:
    assert EITHER.fits(path) is fits


def test_no_row_at_all_means_always() -> None:
    assert ALWAYS.fits({})
    assert When().fits({"account": "own"})
