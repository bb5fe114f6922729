"""Staff work a case by its card's buttons and forms, over real sockets in both modes."""

from bot.practice.messages import StoredMessage
from tests.e2e.line import Line
from tests.e2e.test_relay import claimed, quoted, thread

OTHER = "USTAFF002"


async def hand_in(line: Line, person: str, values: dict[str, dict[str, str]]) -> None:
    """Hand in the form that a member of staff has open."""
    who = line.slack.workspace.person(person).id
    modal = line.slack.views.stack(who)[-1]
    await line.slack.act.submit_view(person, modal.id, values)
    await line.quiet()


def text(card: StoredMessage) -> str:
    """All that a card says."""
    return str(card.content["text"])


async def test_the_card_holds_all_that_is_known_in_its_text_and_quotes_the_filer(line: Line) -> None:
    await line.say("hi", "attorney", "my <!channel> account is *mine*", "person")
    (card,) = line.cards()
    for part in ("<@UFILER001>", "Answers:", "An attorney", "Nobody has this request yet.", "Asked on"):
        assert part in text(card)
    assert "&gt; my &lt;!channel&gt; account is *mine*" in text(card)
    said = [one["elements"][0]["text"] for block in card.content["blocks"] if block["type"] == "rich_text"
            for one in block["elements"]]  # fmt: skip
    assert said == ["attorney", "my <!channel> account is *mine*", "person"]
    kept = await line.conversation()
    assert kept is not None
    assert kept.recent == (), "the case has taken the words over"


async def test_a_note_by_the_form_stays_in_the_thread(line: Line) -> None:
    card = await claimed(line)
    before = len(line.said())
    await line.press("Note", line.cards()[0], person="staff")
    await hand_in(line, "staff", {"words": {"value": "Two accounts."}})
    assert "Two accounts." in thread(line, card)[-1]
    assert len(line.said()) == before


async def test_assigning_moves_the_case_and_tells_who_has_it_now(line: Line) -> None:
    card = await claimed(line)
    await line.press("Assign", line.cards()[0], person="staff")
    await hand_in(line, "staff", {"person": {"value": OTHER}})
    name = line.slack.workspace.person("other_staff").real_name
    assert f"{name} has this request." in text(line.cards()[0])
    assert f"has given this to {name}" in thread(line, card)[-1]
    assert "has given you request NG-1001" in line.words("other_staff")


async def test_a_case_cannot_be_assigned_to_somebody_who_is_not_staff(line: Line) -> None:
    await claimed(line)
    before = len(line.said("other_filer"))
    await line.press("Assign", line.cards()[0], person="staff")
    filer = line.slack.workspace.person("other_filer").id
    await hand_in(line, "staff", {"person": {"value": filer}})
    assert line.slack.views.stack("USTAFF001"), "the form is still there"
    assert len(line.said("other_filer")) == before


async def test_letting_go_urgency_and_resting_show_on_the_card(line: Line) -> None:
    card = await claimed(line)
    await line.press("Urgent", line.cards()[0], person="other_staff")
    assert "Urgent" in text(line.cards()[0])
    await line.press("Put off", line.cards()[0], person="staff")
    await hand_in(line, "staff", {})
    assert "Put off until" in text(line.cards()[0])
    await line.press("Take up again", line.cards()[0], person="staff")
    assert "Put off until" not in text(line.cards()[0])
    await line.press("Let go", line.cards()[0], person="staff")
    assert "Nobody has this request yet." in text(line.cards()[0])
    assert "Another person will write to you" in line.words()
    assert "let this go" in thread(line, card)[-1]


async def test_returned_to_the_bot_the_same_question_is_asked_again(line: Line) -> None:
    await line.say("hi", "attorney")
    asked = line.words()
    await line.say("person")
    await line.press("Claim", line.cards()[0], person="staff")
    await line.press("Return to the bot", line.cards()[0], person="staff")
    assert "given you back to me" in line.words()
    assert asked.split("\n\n")[-2] in line.words()
    assert "Returned to the bot by" in text(line.cards()[0])
    await line.say("my own")
    assert (await line.told())["account"] == "own"


async def test_a_press_of_somebody_else_is_written_down(line: Line) -> None:
    await line.say("hi", "person")
    card = line.cards()[0]
    await line.slack.act.press("other_filer", card.ts, channel=card.channel, label="Urgent")
    await line.quiet()
    acts = await line.bot.parts.store.run(lambda unit: unit.desk.acts("NG-1001"))
    assert [(act.what, act.data) for act in acts if act.who == "UFILER002"] == [
        ("refused", {"how": "StaffPress"})
    ]
    assert "Urgent:" not in text(line.cards()[0])


async def test_a_card_that_was_deleted_is_posted_anew_and_the_thread_goes_on_there(line: Line) -> None:
    await line.say("hi", "person")
    first = line.cards()[0]
    line.slack.workspace.channel(first.channel).remove(first.ts)
    await line.slack.act.say("filer", "my filing is due today")
    await line.quiet()
    shown = [one for one in line.cards() if not one.deleted]
    (second,) = [one for one in shown if one.content.get("thread_ts") in (None, one.ts)]
    assert second.ts != first.ts
    assert "Urgent" in text(second)
    assert "was deleted" in thread(line, second)[0]
    await line.press("Claim", second, person="staff")
    await line.say("hello")
    assert quoted(line.cards()[-1]) == ["hello"]


BLOCKED = ("hi", "attorney", "own", "2019", "before go-live", "failed twice")


async def test_where_nothing_can_be_filed_the_filer_is_asked_whether_it_is_due_today(line: Line) -> None:
    await line.say(*BLOCKED)
    assert "Is a filing due today?" in line.words()
    await line.press("Yes, today")
    (card, *rest) = line.cards()
    assert text(card).split("\n\n")[1].startswith("Urgent")
    assert "a filing is due today" in text(rest[-1])
    assert "866-803-9517" in line.words()


async def test_nothing_due_today_changes_nothing(line: Line) -> None:
    await line.say(*BLOCKED)
    before = text(line.cards()[0])
    await line.say("no")
    assert "Thank you." in line.words()
    assert [text(card) for card in line.cards()] == [before]


async def test_a_typed_yes_says_that_it_is_due(line: Line) -> None:
    await line.say(*BLOCKED, "yes")
    assert (await line.bot.parts.store.run(lambda unit: unit.case("NG-1001"))).urgent  # type: ignore[union-attr]


async def test_where_filing_is_not_blocked_nothing_is_asked(line: Line) -> None:
    await line.say("hi", "person")
    assert "due today" not in line.words()
