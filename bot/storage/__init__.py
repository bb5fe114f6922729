"""Conversations, cases and the outbox in a database; the only package that knows SQL."""
