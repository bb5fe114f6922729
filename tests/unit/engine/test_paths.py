"""Every way through a flow, walked by the machine."""

from dataclasses import replace
from itertools import product

from bot.engine.machine import compile_machine
from bot.engine.paths import SAMPLE, Walked, walk, ways
from bot.engine.settle import settle
from bot.flow.model import Flow
from tests.unit.engine.small_flow import SMALL, question


def ends(flow: Flow, *, returning: bool = False) -> list[str]:
    return [way.end for way in walk(flow, compile_machine(flow), returning=returning)]


def wide(questions: int) -> Flow:
    """A flow of independent questions of two answers: two to the power of `questions` paths."""
    asked = tuple(question(f"q{number}", "yes no") for number in range(questions))
    return replace(SMALL, questions=asked, steps=(), hand_overs=())


def test_the_walk_gives_each_way_that_told_answers_can_lead_to() -> None:
    machine = compile_machine(SMALL)
    everything = [
        dict(zip(machine.answers, told, strict=True))
        for told in product(*map(sorted, machine.answers.values()))
    ]
    settled = {(now.state, *now.path.items()) for told in everything for now in [settle(machine, told)]}
    walked = [(way.end, *way.answers.items()) for way in walk(SMALL, machine)]
    assert set(walked) == settled
    assert len(walked) == len(settled)


def test_the_ways_come_in_the_order_of_the_file() -> None:
    first, *_, last = walk(SMALL, compile_machine(SMALL))
    assert first.answers == {"account": "own", "created": "before", "filed": "earlier"}
    assert last.answers == {"account": "none", "filed": "unsure"}


def test_a_way_into_a_hand_over_says_which() -> None:
    assert Walked({}, "hand_over:unsure").hand_over == "unsure"
    assert Walked({}, "checklist").hand_over == ""


def test_returning_filers_go_on_behind_each_hand_over() -> None:
    found = list(walk(SMALL, compile_machine(SMALL), returning=True))
    behind = [way for way in found if way.waived]
    assert {way.waived for way in behind} == {("unsure",), ("odd",), ("unsure", "odd")}
    assert all(way.end == "checklist" or way.waived for way in behind)
    assert len([way for way in found if not way.waived]) == len(ends(SMALL))


def test_a_hand_over_without_a_way_back_is_never_passed_over() -> None:
    closed = tuple(replace(one, no_way_back=True) for one in SMALL.hand_overs)
    assert ends(replace(SMALL, hand_overs=closed), returning=True) == ends(SMALL)


def test_all_ways_are_walked_up_to_the_limit() -> None:
    flow = wide(4)
    walked = ways(flow, compile_machine(flow), most=16)
    assert walked.complete
    assert walked.paths == 16


def test_more_ways_than_the_limit_give_a_sample_that_is_always_the_same() -> None:
    flow = wide(13)
    machine = compile_machine(flow)
    sample = ways(flow, machine, most=100)
    assert not sample.complete
    assert len(sample.walked) == SAMPLE
    assert sample == ways(flow, machine, most=100)
    assert len({tuple(way.answers.values()) for way in sample.walked}) > SAMPLE / 2
    assert all(len(way.answers) == 13 and way.end == "checklist" for way in sample.walked)


def test_a_sample_also_goes_on_behind_hand_overs() -> None:
    sample = ways(SMALL, compile_machine(SMALL), most=3)
    full = ways(SMALL, compile_machine(SMALL))
    assert set(map(repr, sample.walked)) == set(map(repr, full.walked))
    assert not sample.complete
