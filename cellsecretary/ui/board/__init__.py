"""The window of a board: what the superior's clerk sees."""
