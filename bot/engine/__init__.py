"""The conversation: one turn, the checklist, the proof, the case. Pure."""
