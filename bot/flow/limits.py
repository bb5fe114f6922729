"""How much text fits where it is shown. The numbers belong to the surface, which hands them in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextLimits:
    """Greatest lengths in characters, and how many buttons a question may have.

    `message_text` is a whole message, `section_text` one paragraph of it, `title` a heading, `button_label`
    the words on a button, `buttons` how many of them one message may carry. `option` is one line of a list to
    choose from, `reply` what staff may send in one piece.
    """

    message_text: int
    section_text: int
    title: int
    button_label: int
    buttons: int
    option: int
    reply: int
