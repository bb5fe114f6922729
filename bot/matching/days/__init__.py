"""The pieces of a date as people write it: tokens, years, names of months, numbers, "ago"."""
