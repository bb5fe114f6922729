"""The court help-desk bot: a filer asks, and gets the exact next steps."""

__version__ = "0.1.0"
