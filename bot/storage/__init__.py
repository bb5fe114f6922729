"""Where conversations, cases and the outbox are kept: SQLite, or memory for tests and demonstrations."""
