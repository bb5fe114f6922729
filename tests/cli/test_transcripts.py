"""Whole conversations, typed and pressed, through the real `helpdesk chat --json`, every field held.

A transcript is a file of JSON Lines, one for each message: `in` is what the program reads, `out` what it must
write. All fields of `out` are exact but `said`: a list of texts that must stand in it, in this order.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import program

TRANSCRIPTS = Path(__file__).parents[1] / "transcripts"
FIELDS = "said flow question told path how candidates steps hand_over owner".split()


def transcript(name: str) -> list[dict[str, Any]]:
    lines = (TRANSCRIPTS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def stands_in_order(texts: list[str], said: str) -> bool:
    """Whether each of these texts is in what was said, behind the one before it."""
    place = 0
    for text in texts:
        place = said.find(text, place) + len(text)
        if place < len(text):
            return False
    return True


@pytest.mark.parametrize("name", sorted(path.name for path in TRANSCRIPTS.glob("*.jsonl")))
def test_a_conversation_is_answered_as_its_transcript_says(name: str) -> None:
    turns = transcript(name)
    typed = "".join(json.dumps(turn["in"]) + "\n" for turn in turns)
    ran = program("chat", "--court", "moeb", "--today", "2026-11-24", "--json", typed=typed)
    assert (ran.status, ran.err) == (0, "")
    for turn, came in zip(turns, ran.lines(), strict=True):
        expected = turn["out"]
        if "error" in expected:
            assert came == expected
            continue
        assert list(came) == FIELDS
        assert {**came, "said": expected["said"]} == expected
        assert stands_in_order(expected["said"], came["said"]), came["said"]


def test_there_are_three_transcripts_typed_and_pressed() -> None:
    turns = [turn for path in TRANSCRIPTS.glob("*.jsonl") for turn in transcript(path.name)]
    assert len(list(TRANSCRIPTS.glob("*.jsonl"))) == 3
    assert {key for turn in turns for key in turn["in"]} >= {"text", "press"}


def test_the_same_input_gives_the_same_bytes() -> None:
    typed = '{"text": "attorney"}\n{"text": "mine, 2009"}\n'
    first, second = (program("chat", "--court", "moeb", "--json", typed=typed).out for _ in range(2))
    assert first == second
