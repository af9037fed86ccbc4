"""The board of a superior: what many cells sent, month by month, and what it comes to."""
