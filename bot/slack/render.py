"""What we say as Slack's message: `text`, `blocks` and `metadata`. Pure.

`text` carries everything, because screen readers read nothing else. The delivery's key stands in the
metadata and as the `block_id` of the first block, so that a message of unknown fate can be found again in
either place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.engine.reply import Choice, Reply, Section, item_text, link_text, plain
from bot.service.content import Card, Content, Quote
from bot.slack.button import button
from bot.slack.limits import (
    BLOCKS,
    BUTTONS,
    HEADER,
    MESSAGE_TEXT,
    RECOMMENDED_TEXT,
    SECTION_TEXT,
    SECTIONS_TOGETHER,
)
from bot.slack.mrkdwn import sections
from bot.slack.plain_text import to_slack
from bot.slack.wire import Json, is_person

EVENT_TYPE = "helpdesk"
CUT = "\u2026"
ROOM_FOR_NAMES = 100
MOST_SECTIONS = BLOCKS - 2


def render(content: Content, key: str) -> Json:
    """The arguments of `chat.postMessage` that hold this content: text, blocks, metadata."""
    blocks = content_blocks(content)
    if blocks:
        blocks[0] = {**blocks[0], "block_id": key}
    return {
        "text": cut(named(to_slack(content_text(content)), _person(content)), MESSAGE_TEXT),
        "blocks": blocks,
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"key": key}},
    }


def render_update(content: Content, key: str) -> Json:
    """The same for `chat.update`, which refuses a longer `text`."""
    message = render(content, key)
    return {**message, "text": cut(message["text"], RECOMMENDED_TEXT)}


def content_text(content: Content) -> str:
    """All of it in words, with the answers numbered."""
    said = _before(content)
    said += [quote_text(content.quote)] if content.quote else []
    said += [plain(replace(content.reply, notice=""))] if content.reply else []
    said += [card_text(content.card)] if content.card else []
    return "\n\n".join(said)


def _before(content: Content) -> list[str]:
    """What stands before the reply itself: what staff put there, then what was pressed."""
    return list(filter(None, (content.reply.notice if content.reply else "", content.echo)))


def card_text(card: Card) -> str:
    """A card in words: title, how it stands, paragraphs, what is known, buttons."""
    parts = (card.title, *_card_parts(card), _card_words(card), _labels(card.actions))
    return "\n\n".join(filter(None, parts))


def content_blocks(content: Content) -> list[Json]:
    """The content as blocks, within all of Slack's limits."""
    if content.card is not None:
        card = content.card
        header = {"type": "header", "text": {"type": "plain_text", "text": card.title[:HEADER]}}
        body = _sections(_card_parts(card), card.person)
        quotes, buttons = _card_quotes(card), _buttons(card.actions, "", "")
        return [*([header] if card.title else []), *body, *quotes, *buttons]
    quoted = _quoted(content.quote) if content.quote is not None else []
    reply = content.reply
    if reply is None:
        return quoted
    body = [*_sections(_before(content)), *quoted, *_sections(_reply_parts(reply))]
    return [*body, *_buttons(reply.choices, reply.conversation, reply.flow)]


def cut(text: str, most: int) -> str:
    """The text, or its beginning and a sign that there was more; never half of an escaped character."""
    if len(text) <= most:
        return text
    kept = text[: most - len(CUT)]
    start = kept.rfind("&", len(kept) - 5)
    return (kept[:start] if start >= 0 and ";" not in kept[start:] else kept) + CUT


def _reply_parts(reply: Reply) -> list[str]:
    links = "\n".join(link_text(link) for link in reply.links)
    return [
        "\n\n".join(reply.lines),
        *map(_section_text, reply.sections),
        "\n\n".join(reply.after),
        links,
        reply.ask,
    ]


def _section_text(section: Section) -> str:
    title = f"*{section.title}*" if section.title and "*" not in section.title else section.title
    return "\n".join([title, *map(item_text, section.items)])


def _card_parts(card: Card) -> list[str]:
    """How it stands comes first, so that it is there however long the rest is."""
    path = [f"\u2022 {question} {answer}" for question, answer in card.path]
    steps = [f"{place}. {step}" for place, step in enumerate(card.steps, 1)]
    done = [f"\u2022 {step}" for step in card.done]
    lists = (("path", path), ("steps", steps), ("done", done))
    listed = [_listed(card.heads.get(name, ""), lines) for name, lines in lists]
    return [card.state, "\n".join(card.lines), *listed]


def _listed(head: str, lines: Sequence[str]) -> str:
    """A list under its title; nothing where it is empty."""
    return "\n".join(filter(None, [head, *lines])) if lines else ""


def _card_words(card: Card) -> str:
    """The filer's last messages in words."""
    said = ["\n".join(f"> {line}" for line in words.splitlines()) for words in card.words]
    return _listed(card.heads.get("words", ""), said)


def _card_quotes(card: Card) -> list[Json]:
    """The same as quotations, in which Slack reads no markup, no link and no name."""
    if not card.words:
        return []
    return [*_sections([card.heads.get("words", "")]), _quotation(*card.words)]


def _labels(choices: Sequence[Choice]) -> str:
    return "\n".join(f"{place}. {choice.label}" for place, choice in enumerate(choices, 1))


def quote_text(quote: Quote) -> str:
    """Somebody's words as text: who, the words as a quotation, what became of them."""
    words = "\n".join(f"> {line}" for line in quote.text.splitlines())
    return "\n\n".join(filter(None, (quote.head, words, quote.foot)))


def _quoted(quote: Quote) -> list[Json]:
    """Somebody's words as a quotation, in which Slack reads no markup, no link and no name."""
    body = [_quotation(quote.text)] if quote.text else []
    return [*_sections([quote.head], quote.person), *body, *_sections([quote.foot])]


def _quotation(*texts: str) -> Json:
    said = [
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": cut(text, SECTION_TEXT)}]}
        for text in texts
    ]
    return {"type": "rich_text", "elements": said}


def _person(content: Content) -> str:
    """Whose name may stand in this, by id; empty for nobody's."""
    shown = content.card or content.quote
    return shown.person if shown else ""


def named(text: str, person: str) -> str:
    """The text with a person's name in place of the id, by Slack's own mark, which nobody else can write."""
    return re.sub(rf"@{person}(?![A-Z0-9])", f"<@{person}>", text) if is_person(person) else text


def _sections(parts: Sequence[str], person: str = "") -> list[Json]:
    """One section for each part; what Slack would not take any more stands in `text` alone."""
    made: list[Json] = []
    room = SECTIONS_TOGETHER
    for piece in (piece for part in parts for piece in sections(part, SECTION_TEXT - ROOM_FOR_NAMES)):
        room -= len(piece)
        if room < 0 or len(made) == MOST_SECTIONS:
            made[-1]["text"]["text"] = cut(made[-1]["text"]["text"], SECTION_TEXT - 1).rstrip(CUT) + CUT
            break
        made.append(
            {"type": "section", "text": {"type": "mrkdwn", "text": named(piece, person), "verbatim": True}}
        )
    return made


def _buttons(choices: Sequence[Choice], conversation: str, flow: str) -> list[Json]:
    """The buttons, in one block; Slack wraps them."""
    made = [button(choice, conversation, flow) for choice in choices[:BUTTONS]]
    return [{"type": "actions", "elements": made}] if made else []
