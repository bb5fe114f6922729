"""The words of the slash command that are for staff: each in a file of its own, all in one table."""
