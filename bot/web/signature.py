"""Slack's signature on a request: who sent these bytes, and when.

Source: docs.slack.dev, "Verifying requests from Slack": HMAC-SHA256 of `v0:TIMESTAMP:BODY`, five minutes.
"""

import hashlib
import hmac
import re

MOST_SECONDS = 300
TIMESTAMP = re.compile(rb"\d{1,12}")
SIGNATURE = re.compile(rb"v0=[0-9a-f]{64}")


def is_shaped(timestamp: bytes, signature: bytes) -> bool:
    """Whether the two headers look like Slack's at all."""
    return TIMESTAMP.fullmatch(timestamp) is not None and SIGNATURE.fullmatch(signature) is not None


def is_recent(timestamp: bytes, now: float) -> bool:
    """Whether a request of this time (seconds since 1970) is new enough to be no replay."""
    return abs(now - int(timestamp)) <= MOST_SECONDS


def is_signed(secret: str, timestamp: bytes, body: bytes, signature: bytes) -> bool:
    """Whether these very bytes were signed with our secret."""
    mac = hmac.new(secret.encode(), b"v0:" + timestamp + b":" + body, hashlib.sha256)
    return hmac.compare_digest(b"v0=" + mac.hexdigest().encode(), signature)
