"""The use cases, over a store in memory and a scripted messenger."""
