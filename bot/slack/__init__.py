"""Slack: what comes in, what goes out; the only package that knows the Slack SDK."""
