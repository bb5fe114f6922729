"""A case from the form that closes it to the filer's last word on it, over real sockets in both modes."""

from bot.practice.messages import StoredMessage
from tests.e2e.line import Line
from tests.e2e.test_relay import claimed, quoted, thread


def labels(message: StoredMessage) -> list[str]:
    """The buttons of a message."""
    blocks = message.content["blocks"]
    elements = [one for block in blocks if block["type"] == "actions" for one in block["elements"]]
    return [one["text"]["text"] for one in elements]


async def test_the_filer_gets_one_message_with_the_last_word_and_five_buttons(line: Line) -> None:
    await claimed(line)
    before = len(line.said())
    await line.close("Call <!channel> PACER.")
    assert len(line.said()) == before + 1
    assert quoted(line.newest()) == ["Call @channel PACER."]
    assert "@channel" not in line.words(), "a word that calls a whole channel is made harmless"
    assert "Is it solved? And how was our help?" in line.words()
    assert labels(line.newest()) == [
        "It is solved",
        "Not solved: open it again",
        "The help was good",
        "The help was so-so",
        "The help was poor",
    ]
    assert "It is solved." in line.cards()[0].content["text"]


async def test_solved_and_a_rating_change_that_message_and_the_card(line: Line) -> None:
    await claimed(line)
    await line.close("Call PACER.")
    count = len(line.said())
    await line.press("It is solved")
    await line.press("The help was good")
    assert len(line.said()) == count
    assert labels(line.newest()) == ["Not solved: open it again"]
    assert quoted(line.newest()) == ["Call PACER."]
    card = line.cards()[0].content["text"]
    assert "The filer says that it is solved." in card
    assert "The filer found the help good." in card


async def test_what_is_not_solved_is_open_again_and_the_thread_names_who_had_it(line: Line) -> None:
    card = await claimed(line)
    await line.close()
    await line.press("Not solved: open it again")
    assert "Your request NG-1001 is open again." in line.words()
    name = line.slack.workspace.person("staff").real_name
    assert f"{name} had it before." in thread(line, card)[-1]
    assert "Nobody has it yet." in line.cards()[0].content["text"]
    await line.press("Claim", line.cards()[0], person="other_staff")
    assert "has your request" in line.words()


async def test_a_press_that_is_delivered_again_opens_the_case_once(line: Line) -> None:
    card = await claimed(line)
    await line.close()
    pressed = await line.press("Not solved: open it again")
    said, noted = len(line.said()), len(thread(line, card))
    await line.slack.postman.redeliver(pressed.number)
    await line.quiet()
    assert (len(line.said()), len(thread(line, card))) == (said, noted)
