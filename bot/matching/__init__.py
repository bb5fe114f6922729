"""What a person typed, and which answer it means. Pure."""
