"""A stand-in for Slack, as a server on loopback: no account, no token, no internet."""
