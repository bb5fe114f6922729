"""Whatever a conversation or a case holds comes back the same."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.conversation import Conversation, Doubt, Told
from bot.engine.reply import Choice, Item, Link, Reply, Section
from bot.service.content import Card, Content, from_json, to_json
from bot.service.ports import Store, Unit
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.contracts.conftest import KINDS
from tests.contracts.examples import NOON

persons = count(1)
word = st.text(max_size=12)
told = st.builds(Told, word, st.integers(0, 2**53))
conversations = st.builds(
    Conversation,
    key=st.just(""),
    court=st.just("moeb"),
    person=st.just(""),
    talk=st.integers(1, 9),
    told=st.dictionaries(word, told, max_size=4),
    waived=st.lists(word, max_size=3).map(tuple),
    misses=st.integers(0, 4),
    doubt=st.none() | st.builds(Doubt, word, told, told),
    resuming=st.booleans(),
    ended=st.booleans(),
    owner=st.sampled_from(["bot", "waiting", "human", "returned"]),
    offered=st.lists(st.tuples(word, word), max_size=3).map(tuple),
    done=st.lists(word, max_size=3).map(tuple),
    recent=st.lists(word, max_size=3).map(tuple),
    last_at=st.integers(0, 2**53),
)
links = st.lists(st.builds(Link, word, word), max_size=2).map(tuple)
items = st.builds(Item, word, st.integers(1, 9), word, links, st.lists(word, max_size=2).map(tuple))
choices = st.lists(st.builds(Choice, word, word, word), max_size=3).map(tuple)
replies = st.builds(
    Reply,
    kind=st.sampled_from(["question", "answer", "hand_over", "information"]),
    lines=st.lists(word, max_size=3).map(tuple),
    sections=st.lists(st.builds(Section, word, st.lists(items, max_size=2).map(tuple)), max_size=2).map(
        tuple
    ),
    links=links,
    ask=word,
    choices=choices,
)
cards = st.builds(
    Card,
    title=word,
    lines=st.lists(word, max_size=3).map(tuple),
    path=st.lists(st.tuples(word, word), max_size=3).map(tuple),
    actions=choices,
)


@pytest.fixture(scope="module", params=KINDS)
def lasting(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A store for all examples of one test."""
    opened: Store = MemoryStore("moeb") if request.param == "memory" else open_store("sqlite://", "moeb")
    yield opened
    asyncio.run(opened.close())


def there_and_back(unit: Unit, conversation: Conversation) -> Conversation | None:
    """Save and read in one transaction."""
    unit.save(conversation, NOON)
    return unit.conversation(conversation.key)


@given(conversation=conversations)
def test_a_conversation_comes_back_the_same(lasting: Store, conversation: Conversation) -> None:
    person = f"U{next(persons)}"
    given_one = replace(conversation, key=f"{person}.own", person=person)
    kept = asyncio.run(lasting.run(lambda unit: there_and_back(unit, given_one)))
    assert kept == replace(given_one, version=1)
    assert kept is not None
    assert list(kept.told) == list(conversation.told), "in the order it was told"


@given(content=st.builds(Content, reply=replies, echo=word) | st.builds(Content, card=cards))
def test_a_content_comes_back_from_its_text(content: Content) -> None:
    assert from_json(to_json(content)) == content
