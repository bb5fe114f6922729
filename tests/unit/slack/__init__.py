"""Slack: reading what comes in, rendering what goes out."""
