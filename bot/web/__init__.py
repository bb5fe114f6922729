"""HTTP: the guard before Slack's requests, health and metrics."""
