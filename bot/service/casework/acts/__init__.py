"""What staff do to a case by the buttons of its card, and by the forms that these open."""
