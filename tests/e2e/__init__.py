"""The whole line: the practice Slack, real sockets, the real bot, a real database."""
