"""Slack's tokens, told apart by how they begin; of a token itself nothing is ever said.

Source: docs.slack.dev, "Tokens": the beginnings of bot, user, app-level, configuration and rotated tokens.
"""

import re

KINDS = (
    ("xoxb-", "a bot token"),
    ("xapp-", "an app-level token"),
    ("xoxp-", "a user token"),
    ("xoxe.xoxb-", "a bot token that rotates and ends after 12 hours"),
    ("xoxe.xoxp-", "a configuration token, or a user token that rotates"),
    ("xoxe-", "a refresh token"),
    ("xoxa-", "a workspace token of old"),
    ("xoxr-", "a refresh token of old"),
    ("xoxc-", "a browser's token"),
    ("xoxd-", "a browser's cookie"),
    ("xoxs-", "a token of a browser's session"),
)
BOT, APP = "xoxb-", "xapp-"

_BLANK = re.compile(r"\s")
_ODD = re.compile(r"[^\x21-\x7e]")
_SIGNING_SECRET = re.compile(r"[0-9a-f]{32}")
_APP_ID = re.compile(r"xapp-\d+-(A[A-Z0-9]{5,30})-")


def fault_of_token(token: str, wanted: str) -> str:
    """What is wrong with a token that must begin with `wanted`; empty when nothing is.

    The words go after the setting's name: `holds a user token (xoxp-)`.
    """
    if flaw := _flaw(token):
        return flaw
    begins, kind = next((row for row in KINDS if token.startswith(row[0])), ("", ""))
    if begins == wanted:
        return ""
    return f"holds {kind} ({begins})" if kind else f"does not begin with {wanted}"


def fault_of_signing_secret(secret: str) -> str:
    """What is certainly wrong with a signing secret: it is a token, or has a blank in it; else empty."""
    if flaw := _flaw(secret):
        return flaw
    return next((f"holds {kind} ({begins})" for begins, kind in KINDS if secret.startswith(begins)), "")


def looks_like_signing_secret(secret: str) -> bool:
    """Whether a signing secret has the shape that Slack gives them today: 32 hexadecimal digits."""
    return _SIGNING_SECRET.fullmatch(secret) is not None


def app_of(app_token: str) -> str:
    """The id of the app that an app-level token is of (`A...`); empty when the token does not tell."""
    found = _APP_ID.match(app_token)
    return found.group(1) if found else ""


def _flaw(secret: str) -> str:
    if _BLANK.search(secret):
        return "has a blank or a line break in it"
    return "has a character in it that no token has" if _ODD.search(secret) else ""
