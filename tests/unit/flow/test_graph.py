"""A flow as a drawing."""

from bot.flow.graph import mermaid
from bot.flow.resolve import resolve
from tests.flows.overlay import base, changed, library_of

DISTRICT = changed("courts/south.yaml", "type: bankruptcy", "type: district")


def test_the_drawing_shows_which_answers_lead_where() -> None:
    lines = mermaid(resolve(library_of(DISTRICT), "nextgen", "south")).splitlines()
    assert lines[0] == "flowchart TD"
    assert '  start(("nextgen"))' in lines
    assert '  q_account{{"account"}}' in lines
    assert '  s_register["register"]' in lines
    assert '  h_deadline(["deadline"])' in lines
    assert "  start --> q_account" in lines
    assert '  q_account -->|"own"| q_created' in lines
    assert '  q_account -->|"shared or none"| s_register' in lines
    assert '  q_filed -->|"no and created is before"| h_old_and_new' in lines
    assert "  words --> h_deadline" in lines
    assert "  start --> s_ask_court" in lines
    assert not any("s_link" in line for line in lines)


def test_an_unresolved_flow_shows_what_depends_on_the_court() -> None:
    lines = mermaid(library_of(base()).flows["nextgen"]).splitlines()
    assert '  q_filed -->|"yes and court.type is bankruptcy"| s_link' in lines
    assert '  start -->|"district"| s_ask_court' in lines


def test_without_words_to_hear_nothing_is_drawn_for_them() -> None:
    lines = base()["nextgen.yaml"].split("\n")
    text = "\n".join("    when: filed is no" if "heard:" in line else line for line in lines)
    texts = base() | {"nextgen.yaml": text}
    assert not [line for line in mermaid(library_of(texts).flows["nextgen"]).splitlines() if "words" in line]
