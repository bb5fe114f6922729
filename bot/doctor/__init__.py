"""Examines a set-up: facts are gathered once, and each check turns some of them into findings."""
