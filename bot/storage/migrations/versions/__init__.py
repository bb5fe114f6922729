"""One module per step, in order; a step is never changed after a release."""
