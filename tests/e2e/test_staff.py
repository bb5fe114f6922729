"""A hand-over: the filer hears it, staff get a card, and who claims it is named."""

import json

from tests.e2e.line import Line

ANSWERED = ["Answer", "Note", "Assign", "Let go", "Urgent", "Put off", "Return to the bot", "Close"]
"""The buttons of a card that somebody has."""


async def test_a_hand_over_makes_two_message_calls(line: Line) -> None:
    await line.say("hi")
    mark = line.slack.record.mark()
    await line.say("I want to talk to a person")
    assert line.slack.record.counted_messages(mark) == 2
    assert "NG-1001" in line.words()
    (card,) = line.cards()
    text = card.content["text"]
    assert "NG-1001" in text
    assert "<@UFILER001>" in text


async def test_the_card_shows_the_answers_in_words(line: Line) -> None:
    await line.say("hi", "attorney", "my own", "person")
    text = line.cards()[0].content["text"]
    assert "An attorney" in text
    assert "My own, nobody else uses it" in text


async def test_a_claim_names_the_helper_to_the_filer_and_on_the_card(line: Line) -> None:
    await line.say("hi", "person")
    await line.press("Claim", line.cards()[0], person="staff")
    name = line.slack.workspace.person("staff").real_name
    assert f"{name} has your request and will write to you here in Slack." in line.words()
    assert f"{name} has this request" in line.cards()[0].content["text"]
    assert [one["text"]["text"] for one in buttons(line)] == ANSWERED


async def test_the_second_to_claim_hears_who_was_first(line: Line) -> None:
    await line.say("hi", "person")
    card = line.cards()[0]
    await line.press("Claim", card, person="staff")
    before = len(line.said())
    pressed = await line.slack.act.press(
        "other_staff", card.ts, channel=card.channel, label="Claim", version=0
    )
    await line.quiet()
    assert pressed.acknowledged
    assert "has this request already" in str(line.slack.views.stack("USTAFF002")[-1].content)
    assert len(line.said()) == before


async def test_somebody_who_is_not_staff_can_claim_nothing(line: Line) -> None:
    await line.say("hi", "person")
    card = line.cards()[0]
    before = len(line.said())
    await line.slack.act.press("other_filer", card.ts, channel=card.channel, label="Claim")
    await line.quiet()
    assert "Only our staff" in whispered(line)
    assert "Nobody has this request yet" in card.content["text"]
    assert len(line.said()) == before


async def test_closing_gives_the_conversation_back_to_the_bot(line: Line) -> None:
    await line.say("hi", "attorney", "person")
    await line.press("Claim", line.cards()[0], person="staff")
    await line.say("hello there")
    await line.close()
    assert "closed your request" in line.words()
    assert buttons(line) == []
    await line.say("my own")
    assert (await line.told())["account"] == "own"


async def test_a_filer_who_stops_takes_the_request_back(line: Line) -> None:
    await line.say("hi", "person", "stop")
    assert "took this request back" in line.cards()[0].content["text"]
    assert len(line.cards()) == 1


async def test_a_claim_delivered_twice_tells_the_filer_once(line: Line) -> None:
    await line.say("hi", "person")
    pressed = await line.press("Claim", line.cards()[0], person="staff")
    before = len(line.said())
    await line.slack.postman.redeliver(pressed.number)
    await line.quiet()
    assert len(line.said()) == before


async def test_words_of_staff_in_their_channel_go_nowhere(line: Line) -> None:
    await line.say("hi", "person")
    before = len(line.said())
    await line.slack.act.say("staff", "this one is difficult", channel="CSTAFF001")
    await line.quiet()
    assert len(line.said()) == before


def buttons(line: Line) -> list[dict[str, dict[str, str]]]:
    """The buttons of the card."""
    blocks = json.loads(json.dumps(line.cards()[0].content["blocks"]))
    return [one for block in blocks if block["type"] == "actions" for one in block["elements"]]


def whispered(line: Line) -> str:
    """What one person alone was told last."""
    return str(line.slack.ephemerals[-1].content["text"])
