"""Slack's request signature, version 0.

Source: docs.slack.dev, "Verifying requests from Slack".
"""

import hashlib
import hmac


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """The value of `X-Slack-Signature` for `body` sent at `timestamp`."""
    basis = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), basis, hashlib.sha256).hexdigest()


def signed_headers(secret: str, timestamp: str, body: bytes) -> dict[str, str]:
    """The two headers by which an app knows that a request comes from Slack."""
    return {
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": sign(secret, timestamp, body),
    }
