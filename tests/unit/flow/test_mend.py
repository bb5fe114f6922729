"""What points nowhere is reported and left out, so that the rest can be proved in the same run."""

import pytest

from bot.flow.resolve import resolve
from bot.flow.wording import Wording
from tests.flows.overlay import NOW, base, changed, library_of

FLOW = "nextgen.yaml"


def test_links_days_and_flows_that_do_not_exist_are_left_out() -> None:
    texts = changed(FLOW, "link: pacer.manage", "link: pacer.manag, pacer.phone\n    flow: mfa")
    texts[FLOW] = (
        texts[FLOW]
        .replace("not before: court.go_live", "not before: court.golive")
        .replace("before: before pacer.upgrade_day", "before: before pacer.upgrade")
        .replace(
            "because: Staff must look at this account.\n    link: court.phone",
            "because: Staff.\n    link: court.fax",
        )
    )
    flow = resolve(library_of(texts), "nextgen", "north")
    upgrade, link = flow.step("upgrade"), flow.step("link")
    created, hand_over = flow.question("created"), flow.hand_over("old_and_new")
    assert upgrade is not None
    assert link is not None
    assert created is not None
    assert hand_over is not None
    assert (upgrade.links, upgrade.flow, link.not_before) == (("pacer.phone",), "", "")
    assert created.answers[0].days is None
    assert created.answers[1].days is not None
    assert hand_over.links == ()


def test_a_text_with_an_unknown_fact_can_still_be_said() -> None:
    library = library_of(changed(FLOW, "do: Upgrade your account.", "do: Upgrade at {pacer.fax}."))
    assert Wording(library, library.courts["north"]).fill("{pacer.fax}", NOW.date()) == "?"


@pytest.mark.parametrize(
    "typed",
    [
        "when: created is befor",
        "when: createt is before",
        "wen: created is before",
        "when: created is before or xyz and xyz is own",
        "when:\n      - created is before\n      - filed is xyz",
    ],
)
def test_a_mistyped_rule_is_read_as_it_was_meant(typed: str) -> None:
    texts = changed(FLOW, "when: created is before\n", f"{typed}\n")
    step = resolve(library_of(texts), "nextgen", "north").step("upgrade")
    expected = resolve(library_of(base()), "nextgen", "north").step("upgrade")
    assert step is not None
    assert expected is not None
    assert step.when == expected.when


def test_a_court_whose_flow_does_not_exist_opens_another() -> None:
    library = library_of(changed("courts/north.yaml", "default flow: nextgen", "default flow: mfa"))
    assert library.courts["north"].default_flow == "nextgen"


def test_a_day_that_is_no_day_is_open() -> None:
    library = library_of(changed("facts.yaml", "value: 2014-08-11", "value: 2014-08-32"))
    created = resolve(library, "nextgen", "north").question("created")
    assert created is not None
    assert created.answers[0].days is not None
    assert created.answers[0].days.end is None
