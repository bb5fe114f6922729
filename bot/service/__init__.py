"""The use cases, and the ports they need from outside: when, never what."""
