"""The measurements can be trusted: they see what they must see, and they run."""
