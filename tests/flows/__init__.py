"""The content: the flows that courts use, held against rules written apart from them."""
