"""Forms as modals: what is shown, and what comes back."""

from typing import Any

import pytest

from bot.practice.views import check_view
from bot.service.forms import Field, Form
from bot.slack.forms import carried, errors, values, view

MACRO = Field("macro", "Canned reply", "choice", options=(("phone", "Call PACER"), ("wait", "Please wait")))
WORDS = Field("words", "Your reply", hint="The filer gets this.", most=500)
REPLY = Form("reply", "Reply", (MACRO, WORDS), "Send", "Cancel", "NG-1001", ("To Fay Filer",), "note")


def handed_in(form: Form, **state: Any) -> dict[str, Any]:
    """What Slack sends when a modal is submitted."""
    shown = view(form)
    blocks = [one["block_id"] for one in shown["blocks"] if one["type"] == "input"]
    filled = {block: {"value": state.get(block.partition(":")[0], {})} for block in blocks}
    return {"type": "view_submission", "view": {**shown, "state": {"values": filled}}}


def test_a_form_is_a_modal_that_slack_takes() -> None:
    check_view(view(REPLY), "modal")


def test_a_form_says_what_it_asks_in_words() -> None:
    said, macro, words = view(REPLY)["blocks"]
    assert said["text"]["text"] == "To Fay Filer"
    assert macro["label"]["text"] == "Canned reply"
    assert [one["text"]["text"] for one in macro["element"]["options"]] == ["Call PACER", "Please wait"]
    assert (words["label"]["text"], words["hint"]["text"]) == ("Your reply", "The filer gets this.")
    assert words["element"]["max_length"] == 500


def test_a_form_that_is_only_read_has_no_button_to_hand_it_in() -> None:
    shown = view(Form("path", "The path", lines=("Own account",)))
    assert "submit" not in shown
    check_view(shown, "modal")


@pytest.mark.parametrize(
    ("field", "initial"),
    [
        (Field("who", "Who", "person", value="USTAFF001"), {"initial_user": "USTAFF001"}),
        (Field("day", "Day", "day", value="2026-11-23"), {"initial_date": "2026-11-23"}),
        (Field("at", "Time", "time", value="17:30"), {"initial_time": "17:30"}),
        (Field("words", "Words", value="Call us."), {"initial_value": "Call us."}),
    ],
)
def test_what_is_known_stands_there_already(field: Field, initial: dict[str, str]) -> None:
    shown = view(Form("f", "Title", (field,), "OK"))
    check_view(shown, "modal")
    element = shown["blocks"][0]["element"]
    assert initial.items() <= element.items()


def test_another_choice_stands_there_already() -> None:
    shown = view(
        Form("f", "Title", (Field("m", "Macro", "choice", options=MACRO.options, value="wait"),), "OK")
    )
    assert shown["blocks"][0]["element"]["initial_option"]["value"] == "wait"


def test_a_new_value_of_a_question_is_shown_by_slack_because_its_block_is_new() -> None:
    first, second = (
        view(Form("f", "T", (Field("words", "W", value=text),), "OK")) for text in ("one", "two")
    )
    assert first["blocks"][0]["block_id"] != second["blocks"][0]["block_id"]


def test_a_choice_on_which_the_rest_depends_is_handed_in_at_once() -> None:
    shown = view(Form("f", "T", (Field("m", "Macro", "choice", options=MACRO.options, asks=True),), "OK"))
    assert shown["blocks"][0]["dispatch_action"] is True


def test_what_was_filled_in_comes_back_by_question_without_secrets() -> None:
    form = Form("f", "T", (MACRO, Field("words", "W", value="x"), Field("who", "Who", "person")), "OK")
    body = handed_in(
        form,
        macro={"selected_option": {"value": "phone"}},
        words={"value": "Call. My password is hunter22"},
        who={"selected_user": "USTAFF002"},
    )
    found = values(body)
    assert found["macro"] == "phone"
    assert found["who"] == "USTAFF002"
    assert found["words"].startswith("Call.")
    assert "hunter22" not in found["words"]


def test_what_a_form_carries_comes_back_and_nobody_elses_does() -> None:
    assert carried(handed_in(REPLY)) == {"form": "reply", "case": "NG-1001", "carried": "note"}
    assert carried({"view": {"callback_id": "other", "private_metadata": "{}"}}) == {}
    assert carried({"view": {"callback_id": "helpdesk_form", "private_metadata": "[1"}}) == {}
    assert carried({"view": {"callback_id": "helpdesk_form", "private_metadata": "[1]"}}) == {}


def test_what_is_wrong_is_said_beside_its_question() -> None:
    form = Form("f", "T", (MACRO, Field("words", "W", value="x")), "OK")
    body = handed_in(form)
    (block,) = errors(body, {"words": "Please write something."})
    assert block.startswith("words:")
    assert errors({"view": {}}, {"words": "x"}) == {}


@pytest.mark.parametrize(
    "view_", [{}, {"state": 3}, {"state": {"values": {"a": 3}}}, {"state": {"values": []}}]
)
def test_a_broken_modal_has_no_values(view_: dict[str, Any]) -> None:
    assert values({"view": view_}) == {}
