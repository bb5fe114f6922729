"""The desk at work: what becomes of a case, from the first card to the last word."""
