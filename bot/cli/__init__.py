"""The command `helpdesk`: one file a command."""
